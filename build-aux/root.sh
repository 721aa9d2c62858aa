# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The build root: a small Debian 13 under the user's cache folder, for machines whose own GTK is
# too old. Made once with mmdebstrap from the list in `packages`, entered with bubblewrap. A script
# that needs more than building and testing does sets TL_WITH to a further list, which makes a root
# of its own.

DEBIAN=trixie
: "${HOME:=$(getent passwd "$UID" | cut -d: -f6)}"
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/throughline

# The build root's packages, and those of the lists that TL_WITH names (peers: packages-peers).
packages () {
  local list
  for list in packages ${TL_WITH:+"${TL_WITH/#/packages-}"}; do
    sed '/^#/d' "$SOURCE/build-aux/$list"
  done
}

# Sets ROOT, after making it if need be. Of two that want it made, the second waits for the first.
ensure_root () {
  local stamp
  stamp=$({ echo "$DEBIAN"; packages; } | sha256sum)
  ROOT=$CACHE/root-$DEBIAN-${stamp:0:12}

  if [[ ! -d $ROOT ]]; then
    mkdir -p "$CACHE" || die "The build environment belongs into $CACHE, which can't be written to."
    exec 8> "$CACHE/lock"
    flock 8
    [[ -d $ROOT ]] || { need_programs; make_root; }
    exec 8>&-
  fi
  has bwrap || need_programs
  touch "$ROOT"
}

# ── What making it needs ──────────────────────────────────────────────────────

has () { command -v "$1" > /dev/null; }

is_like () { [[ " $(. /etc/os-release && echo "${ID:-} ${ID_LIKE:-}") " == *" $1 "* ]]; }

have_programs () {
  has mmdebstrap && has bwrap && compgen -G '/usr/share/keyrings/debian-archive-keyring.*' > /dev/null \
    && { [[ $EUID == 0 ]] || has newuidmap; }
}

need_programs () {
  local -a names=(mmdebstrap bubblewrap) install=()

  [[ $EUID == 0 ]] || ! is_like debian || names+=(uidmap)
  if is_like debian; then
    install=(apt-get install) names+=(debian-archive-keyring)
  elif is_like fedora; then
    install=(dnf install) names+=(debian-keyring)
  fi

  if ! have_programs; then
    [[ -n ${install[*]} ]] \
      || die "Install ${names[*]}, uidmap and the keyring of Debian's archive, then start this again."
    [[ $EUID == 0 ]] || die "A few packages are missing; type this, then start this again: sudo ${install[*]} ${names[*]}"

    say "Installing ${names[*]}."
    { ! is_like debian || apt-get update || true
      DEBIAN_FRONTEND=noninteractive "${install[@]}" -y "${names[@]}"; } > "$CACHE/install.log" 2>&1 8>&- || true
    have_programs || die "Packages couldn't be installed ($CACHE/install.log says why); connect to the network, then start this again."
  fi

  [[ $EUID == 0 ]] || grep -Eqs "^($(id -un)|$UID):" /etc/subuid \
    || die "Your account has no subordinate user ids; type this, then start this again: sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

no_namespaces () {
  echo "This machine doesn't let you make namespaces; where AppArmor forbids it, type this, then start this again: sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0"
}

# ── Making it ─────────────────────────────────────────────────────────────────

# The options of this machine's apt that say how an archive is reached.
apt_options () {
  ! has apt-config || apt-config dump | grep -E '^Acquire::((http|https|ftp)::|Check-)' || true
}

# This machine's own Debian mirror. Elsewhere nothing: mmdebstrap has a default.
# shellcheck disable=SC2016 # apt-get expands $(REPO_URI)
apt_mirror () {
  ! has apt-get || apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Component: main' \
    'Origin: Debian' 'Label: Debian' 2> /dev/null | grep -v '^cdrom:' | head -n 1 || true
}

make_root () {
  local making option mirror log=$CACHE/making.log
  local -a options=(--mode=unshare)

  say 'Making the build environment: about a minute, 1.3 GB, once.'
  # We hold the lock, so these are what a killed run left, and roots that nobody entered for a month.
  rm -rf "$CACHE"/making.*
  find "$CACHE" -maxdepth 1 -name 'root-*' -mtime +30 -exec rm -rf {} +

  [[ $EUID != 0 ]] || options=(--mode=root)
  is_like debian && ! is_like ubuntu \
    || options+=(--keyring="$(compgen -G '/usr/share/keyrings/debian-archive-keyring.*' | head -n 1)")
  while read -r option; do
    options+=(--aptopt="$option")
  done < <(apt_options)
  mirror=$(apt_mirror)

  making=$(mktemp -d "$CACHE/making.XXXXXX")
  trap 'rm -rf "$making"' EXIT
  # Through tar, so that all of it belongs to whoever runs this, who can then move and remove it.
  TMPDIR=${TMPDIR:-/var/tmp} mmdebstrap --variant=apt "${options[@]}" \
      --aptopt='APT::Install-Recommends "false"' \
      --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
      --include="$(packages | paste -sd,)" "$DEBIAN" - ${mirror:+"$mirror"} 2> "$log" 8>&- \
    | tar --extract --no-same-owner --exclude='./dev/*' --directory="$making" 2>> "$log" \
    || die "$(why_not "$log")"
  chmod 755 "$making"
  mv -T "$making" "$ROOT"
  trap - EXIT
}

# One sentence from the log of a root that couldn't be made.
why_not () {
  local found
  if found=$(grep -m1 -oE 'Unable to locate package [^ ]+' "$1"); then
    echo "Debian $DEBIAN has no package ${found##* }; mend its name in build-aux/packages."
  elif grep -qE 'NO_PUBKEY|not signed' "$1"; then
    echo "Debian's keyring on this machine is too old for Debian 13; upgrade its package (debian-archive-keyring; on Fedora debian-keyring), then start this again."
  elif [[ $EUID != 0 ]] && grep -qE 'unshare.* failed|uid_map failed' "$1"; then
    no_namespaces
  elif grep -q 'No space left' "$1"; then
    echo "The disk is full: making the build environment needs 3 GB in $CACHE and ${TMPDIR:-/var/tmp}."
  elif grep -qE "resolv|onnect|etwork|imed out" "$1"; then
    echo "Debian's archive can't be reached; connect to the network, or give apt its proxy, then start this again."
  else
    echo "The build environment couldn't be made; $1 says why."
  fi
}

# ── Going in ──────────────────────────────────────────────────────────────────

# enter_root CMD…: go on as CMD inside the root, with the project and the current folder where they
# are. Nothing else of this machine is there, no network either, unless TL_SHOW asks for this
# machine's display: then the home folder, sockets and network are its own, so that what is saved stays.
enter_root () {
  local name how home=/run/home runtime=/run/user/$UID user
  local -a environment=() arguments=()

  user=$(id -un 2> /dev/null) || user=user
  for name in ${!TL_*} ${!MESON*} ${!G_*} ${!GTK_*} ${!GDK_*} ${!GSK_*} ${!ADW_*} ${!ASAN_*} ${!UBSAN_*} ${!LSAN_*} \
              CI TERM CC CFLAGS LDFLAGS SOURCE_DATE_EPOCH; do
    [[ ! -v $name ]] || environment+=("$name=${!name}")
  done

  if [[ -n ${TL_SHOW:-} ]]; then
    home=$HOME runtime=${XDG_RUNTIME_DIR:-$runtime}
    for name in DISPLAY WAYLAND_DISPLAY XAUTHORITY DBUS_SESSION_BUS_ADDRESS ${!XDG_*}; do
      [[ ! -v $name ]] || environment+=("$name=${!name}")
    done
    arguments+=(--bind /tmp /tmp --bind "$home" "$home" --bind-try "$runtime" "$runtime" --dev-bind-try /dev/dri /dev/dri)
  else
    arguments+=(--perms 1777 --tmpfs /tmp --perms 0700 --dir "$home" --perms 0700 --dir "$runtime" --unshare-net)
  fi
  environment+=(TL_BUILD_IN=root HOME="$home" USER="$user" LANG=C.UTF-8 PATH=/usr/bin:/usr/sbin
                XDG_RUNTIME_DIR="$runtime" FONTCONFIG_FILE="$SOURCE/build-aux/fonts.conf")

  case $PWD in
    "$SOURCE"|"$SOURCE"/*) ;;
    /|/bin*|/dev*|/etc*|/lib*|/proc*|/run|/sbin*|/sys*|/usr*|/var) cd "$SOURCE" ;;
    *) arguments+=(--bind "$PWD" "$PWD") ;;
  esac
  for name in bin sbin lib lib64; do
    arguments+=(--symlink "usr/$name" "/$name")
  done
  arguments=(--ro-bind "$ROOT/usr" /usr --ro-bind "$ROOT/etc" /etc --ro-bind "$ROOT/var/cache/fontconfig" /var/cache/fontconfig
             --ro-bind-data 9 /etc/passwd --dev /dev --dev-bind-try /dev/fuse /dev/fuse --ro-bind /sys /sys
             --tmpfs /run --perms 1777 --dir /var/tmp "${arguments[@]}"
             --bind "$SOURCE" "$SOURCE" --chdir "$PWD" --die-with-parent)

  # Containers refuse some of this: try with less.
  for how in '--unshare-pid --proc /proc' '--unshare-user --unshare-pid --proc /proc' '--unshare-user --ro-bind /proc /proc'; do
    # shellcheck disable=SC2086 # several words
    if bwrap $how "${arguments[@]}" true 2> /dev/null 9< /etc/passwd; then
      exec env -i "${environment[@]}" "$(command -v bwrap)" $how "${arguments[@]}" "$@" 9< <(
        cat "$ROOT/etc/passwd"
        [[ $UID == 0 ]] || echo "$user:x:$UID:$(id -g)::$home:/bin/bash"
      )
    fi
  done
  [[ $EUID == 0 ]] || die "$(no_namespaces)"
  enter_by_chroot "$@"
}

# In a container that allows no mounts: copy the project into the root, and what was made out again.
enter_by_chroot () {
  local inside=$ROOT$SOURCE name status=0

  exec 8> "$CACHE/chroot.lock"
  flock 8
  find "$ROOT/tmp" "$ROOT/run" -mindepth 1 -delete
  mkdir -p "$inside/_build" "$ROOT$PWD" "$ROOT/run/home" "$ROOT/run/user/$UID" "$ROOT/dev/shm"
  chmod 700 "$ROOT/run/home" "$ROOT/run/user/$UID"
  chmod 1777 "$ROOT/dev/shm"
  for name in null zero full random urandom; do
    [[ -e $ROOT/dev/$name ]] || cp -a "/dev/$name" "$ROOT/dev/"
  done
  find "$inside" -mindepth 1 -maxdepth 1 ! -name _build -exec rm -rf {} +
  tar --create --directory="$SOURCE" --exclude=./_build --exclude=./.git . | tar --extract --directory="$inside"

  # shellcheck disable=SC2016 # the inner shell expands
  env -i "${environment[@]}" "$(command -v chroot)" "$ROOT" \
    sh -c 'cd "$1" && shift && exec "$@"' - "$PWD" "$@" || status=$?
  mkdir -p "$SOURCE/_build"
  cp -au "$inside/_build/." "$SOURCE/_build/"
  [[ $PWD == "$SOURCE"* ]] || cp -au "$ROOT$PWD/." .
  exit "$status"
}
