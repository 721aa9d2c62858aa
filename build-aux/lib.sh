# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts of this folder: where they build, and how they get there.
# A script calls `inside || enter "$SOURCE/build-aux/NAME" "$@"` and from then on runs where
# everything that Throughline needs is installed: this machine, or the build root of root.sh.

set -euo pipefail

SOURCE=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)

say () { printf '%s\n' "$*" >&2; }
die () { say "${0##*/}: $*"; exit 1; }

inside () { [[ -n ${TL_BUILD_IN:-} ]]; }

# enter CMD…: go on as CMD, in the build environment.
enter () {
  if host_suffices; then
    TL_BUILD_IN=host exec "$@"
  fi
  # shellcheck source=build-aux/root.sh
  . "$SOURCE/build-aux/root.sh"
  ensure_root
  enter_root "$@"
}

# Whether this machine itself has everything, new enough. meson.build asks for the same versions.
host_suffices () {
  local program
  for program in cc meson ninja pkg-config msgfmt xmllint glib-compile-resources update-mime-database \
                 desktop-file-validate appstreamcli python3 xvfb-run xdotool dbus-run-session pdfinfo qpdf sqlite3; do
    command -v "$program" > /dev/null || return 1
  done
  pkg-config --exists 'gtk4 >= 4.18' 'libadwaita-1 >= 1.7' 'sqlite3 >= 3.46' 'glib-2.0 >= 2.84' \
    'pangocairo >= 1.56' 'json-glib-1.0 >= 1.10' 'libqrencode >= 4.1' 'libarchive >= 3.7' 'expat >= 2.6' 'nettle >= 3.9' \
    glib-testing-0 || return 1
  printf '#include <csv.h>\n#include <libstemmer.h>\n#include <xlsxwriter.h>\n' | cc -E -x c - > /dev/null 2>&1
}

# Where things are built and installed, and the programs on PATH. TL_WITH, TL_SANITIZED and TL_RELEASE have
# builds of their own.
find_build () {
  BUILD=$SOURCE/_build/$TL_BUILD_IN${TL_WITH:+-$TL_WITH}${TL_SANITIZED:+-sanitized}${TL_RELEASE:+-release}
  PREFIX=$BUILD/installed
  export PATH=$PREFIX/bin:$PATH
  export XDG_DATA_DIRS=$PREFIX/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
}

# build compiled|installed [TARGET…]: set up, with the options in TL_SETUP, and compile everything, or the TARGETs; `installed` also
# installs beside the compiled files, so that schemas, types, translations and the sample are found as
# on a user's computer.
build () {
  local quiet=--quiet

  find_build
  mkdir -p "$SOURCE/_build"
  exec 8> "$SOURCE/_build/lock"
  flock 8
  # A build folder remembers where it was made; moved or copied, it can't be used.
  [[ -f $BUILD/made-for && $(< "$BUILD/made-for") == "$SOURCE" ]] || rm -rf "$BUILD"
  if [[ ! -f $BUILD/build.ninja ]]; then
    # shellcheck disable=SC2086 # several words
    meson setup --prefix "$PREFIX" ${TL_SANITIZED:+-Db_sanitize=address,undefined} ${TL_RELEASE:+--buildtype=release} ${TL_SETUP:-} "$BUILD" "$SOURCE" \
      || die 'Setting up the build failed; the reason is above.'
    echo "$SOURCE" > "$BUILD/made-for"
  fi
  # Someone who waits sees how far it is; a log has no use for it.
  [[ ! -t 1 ]] || quiet=
  ninja -C "$BUILD" $quiet "${@:2}" || die 'The build failed; what the compiler said is above.'
  [[ $1 == compiled ]] || meson install -C "$BUILD" --no-rebuild --only-changed --quiet \
    || die "Installing into $PREFIX failed; the reason is above."
  exec 8>&-
}

# The sample workbook, as installed.
sample () {
  local found
  # Practice cases are workbooks, too, but nothing is concluded of them.
  found=$(find "$PREFIX/share/throughline/samples" -name '*.throughline' 2> /dev/null | sort | head -n 1)
  [[ -n $found ]] || die "There is no sample workbook under $PREFIX/share/throughline/samples."
  echo "$found"
}

has_display () { [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} ]]; }

# with_display CMD…: run CMD with a display and a session bus of its own. The display comes first:
# the other way round mouse events do nothing. Without -noreset the pointer goes back to the middle
# whenever nobody is connected.
with_display () {
  env -u DISPLAY -u WAYLAND_DISPLAY GDK_BACKEND=x11 GSK_RENDERER=cairo GSETTINGS_BACKEND=memory \
    xvfb-run --auto-servernum --server-num=$((99 + $$ % 900)) --server-args="-noreset -screen 0 ${TL_SCREEN:-1366x768x24}" dbus-run-session -- "$@"
}
