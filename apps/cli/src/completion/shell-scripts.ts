import { proposalRequest, type Shell } from "./shell.ts";

/**
 * What a shell reads to complete the command lines of `secgroup`: it asks the program itself, so that a script never knows less than
 * the program, and offers files where that proposes nothing. Each line of an answer is a word, a tab, and what it is for.
 */
export const shellScripts: Readonly<Record<Shell, string>> = {
  // Bash 3.2, which macOS has, knows no mapfile.
  bash: `_secgroup() {
  local IFS=$'\\n'
  COMPREPLY=($("$1" ${proposalRequest} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1))
}
complete -o bashdefault -o default -F _secgroup secgroup
`,
  // Read as a file of $fpath it is the function, read by source it names it.
  zsh: `#compdef secgroup
_secgroup() {
  local line
  local -a proposals
  for line in "\${(@f)$(secgroup ${proposalRequest} "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] && proposals+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( $#proposals )); then _describe secgroup proposals; else _files; fi
}
if [[ $funcstack[1] == _secgroup ]]; then _secgroup "$@"; else compdef _secgroup secgroup; fi
`,
  fish: `function __secgroup_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l last (commandline --current-token --cut-at-cursor)
    set -l proposals (command secgroup ${proposalRequest} $words[2..] "$last" 2>/dev/null)
    if test (count $proposals) -gt 0
        printf '%s\\n' $proposals
    else
        __fish_complete_path "$last"
    end
end
complete --command secgroup --no-files --arguments '(__secgroup_complete)'
`,
};
