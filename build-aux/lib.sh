# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts of this folder: find a build environment, or make one, and run commands in it.

set -euo pipefail

SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/throughline
SUITE=trixie

say () { printf '%s\n' "$*" >&2; }
die () { say "$(basename "$0"): $*"; exit 1; }

# ── The build root ────────────────────────────────────────────────────────────

packages () { sed '/^#/d' "$SOURCE/build-aux/packages"; }

root_stamp () { { echo "$SUITE"; packages; } | sha256sum | cut -c1-12; }

# The options of the machine's own apt that say how the archive is reached.
apt_options () {
  command -v apt-config > /dev/null || return 0
  apt-config dump | grep -E '^Acquire::((http|https|ftp)::|Check-)' || true
}

# The machine's own Debian mirror, or nothing: then mmdebstrap has a default.
# shellcheck disable=SC2016 # apt-get expands $(REPO_URI)
apt_mirror () {
  [[ $(. /etc/os-release && echo "${ID:-}") == debian ]] || return 0
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    'Origin: Debian' 'Label: Debian' 'Component: main' 2> /dev/null | grep -v '^cdrom:' | head -n 1 || true
}

make_root () {
  local root=$1 temporary option mode=unshare mirror
  local -a options=()

  say 'Making the build environment: about a minute, 1.3 GB, once.'
  [[ $EUID == 0 ]] && mode=root
  while read -r option; do
    options+=(--aptopt="$option")
  done < <(apt_options)
  mirror=$(apt_mirror)

  temporary=$(mktemp -d "$CACHE/making.XXXXXX")
  # As a tar file, so that everything belongs to whoever runs this and can be removed again.
  TMPDIR=${TMPDIR:-/var/tmp} mmdebstrap --quiet --mode="$mode" --variant=apt \
      --aptopt='APT::Install-Recommends "false"' "${options[@]}" \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
      --include="$(packages | paste -sd,)" "$SUITE" - ${mirror:+"$mirror"} \
    | tar -x --no-same-owner --exclude='./dev/*' -C "$temporary"
  chmod 755 "$temporary"
  mv -T "$temporary" "$root"
}

# Prints where the root is, after making it if need be. Two at once: the second waits for the first.
ensure_root () {
  ROOT=$CACHE/root-$SUITE-$(root_stamp)
  [[ -d $ROOT ]] && return
  mkdir -p "$CACHE"
  exec 8> "$CACHE/lock"
  flock 8
  [[ -d $ROOT ]] || make_root "$ROOT"
  exec 8>&-
}

# enter_root CMD…: run CMD in the root, with the project and the current folder where they are.
enter_root () {
  local name runtime=/run/user/$UID home=${HOME:-/root}
  local -a args=()

  for name in ${!MESON*} ${!G_*} ${!GTK_*} ${!GDK_*} ${!GSK_*} ${!TL_*} ${!ASAN_*} ${!UBSAN_*} ${!LSAN_*} \
              CI TERM CFLAGS LDFLAGS CC SOURCE_DATE_EPOCH; do
    [[ -v $name ]] && args+=(--setenv "$name" "${!name}")
  done

  for name in bin sbin lib lib64; do
    [[ -e $ROOT/$name ]] && args+=(--symlink "usr/$name" "/$name")
  done

  exec bwrap \
    --ro-bind "$ROOT/usr" /usr --ro-bind "$ROOT/etc" /etc --ro-bind "$ROOT/var" /var \
    --ro-bind-data 9 /etc/passwd \
    --dev /dev --proc /proc --ro-bind /sys /sys \
    --perms 1777 --tmpfs /tmp --perms 1777 --tmpfs /var/tmp --tmpfs /run --perms 0700 --dir "$runtime" \
    --perms 0700 --tmpfs "$home" \
    --bind "$SOURCE" "$SOURCE" --bind "$PWD" "$PWD" --chdir "$PWD" \
    --unshare-pid --unshare-net --die-with-parent --new-session \
    --clearenv --setenv HOME "$home" --setenv USER "$(id -un)" --setenv PATH /usr/bin:/usr/sbin \
    --setenv LANG C.UTF-8 --setenv FONTCONFIG_FILE "$SOURCE/build-aux/fonts.conf" \
    --setenv XDG_RUNTIME_DIR "$runtime" "${args[@]}" \
    -- "$@" \
    9< <(cat "$ROOT/etc/passwd"; [[ $UID == 0 ]] || echo "$(id -un):x:$UID:$(id -g)::$home:/bin/bash")
}
