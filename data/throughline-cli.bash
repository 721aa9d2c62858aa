# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of throughline-cli for bash.

_throughline_cli ()
{
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]} words=

  if [[ $COMP_CWORD -eq 1 ]]; then
    mapfile -t COMPREPLY < <(compgen -W 'new import export check summary verify history --help --version' -- "$current")
    return
  fi
  # "--format=te" comes as three words.
  [[ $previous != '=' ]] || previous=${COMP_WORDS[COMP_CWORD-2]}
  [[ $current != '=' ]] || { previous=${COMP_WORDS[COMP_CWORD-1]}; current=; }

  case $previous in
    --format) words='text json' ;;
    --report) words='evidence pack comparison owners timeline action-plan minutes' ;;
    --as-at|--risk|--review|--fingerprint|--provider|--seed) return ;;
  esac
  if [[ -z $words && $current == -* ]]; then
    case $command in
      new) words='--provider --seed --help' ;;
      import) words='--accept-good --dry-run --place --seed --help' ;;
      export) words='--help' ;;
      check) words='--as-at --risk --format --series --help' ;;
      summary) words='--as-at --report --review --risk --help' ;;
      verify) words='--fingerprint --help' ;;
      history) words='--risk --help' ;;
    esac
  fi
  if [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
  else
    compopt -o filenames 2> /dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -F _throughline_cli throughline-cli
