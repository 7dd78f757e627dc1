/**
 * What a user needs to read and change groups, in a sentence. "User roles and rights", in the vendor's guide to projects; the API itself documents
 * none, and no read tells whether somebody has it.
 */
export const gcoreRights: string =
  "The token's user needs the role Project User or Project Administrator in the project, or Client Administrator of the account.";
