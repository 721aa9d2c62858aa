# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Stand-ins for the GNOME runtime and SDK, made from Debian's packages, and for sources that can't be
# downloaded. For build-aux/flatpak.

STAND_IN_SUITE=trixie
# Where a source's own archive can't be reached: Debian's package of it, of the suite that has the same version.
declare -A DEBIAN_SOURCES=([libcsv]=trixie/libcsv [libstemmer]=trixie/snowball [libxlsxwriter]=bookworm/libxlsxwriter
                           [libqrencode]=trixie/qrencode)

manifest_value () {
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$MANIFEST" "$1"
}

stand_in_stamp () {
  { echo "$STAND_IN_SUITE"; manifest_value runtime-version
    cat "$SOURCE"/build-aux/{packages-platform,packages-sdk}
    declare -f make_runtime shape_runtime wrap_compose; } | sha256sum | cut -c1-12
}

has_stand_in () { [[ -f $CACHE/flatpak/stand-in ]]; }

# A stand-in is made anew when its lists change.
stand_in_is_current () {
  has_stand_in && [[ $(< "$CACHE/flatpak/stand-in") == "$(stand_in_stamp)" ]]
}

forget_stand_in () {
  has_stand_in || return 0
  flatpak --user uninstall --noninteractive --force-remove "org.gnome.Platform//$1" "org.gnome.Sdk//$1" > /dev/null 2>&1 || true
  flatpak --user remote-delete --force stand-in > /dev/null 2>&1 || true
  rm -f "$CACHE/flatpak/stand-in"
}

make_stand_in () {
  local version=$1 repo=$CACHE/flatpak/runtime list

  say "Flathub can't be reached: making stand-ins for the GNOME runtime and SDK, about two minutes, 3 GB, once."
  [[ $EUID == 0 ]] || say 'This takes longer for an ordinary user.'
  rm -rf "$repo" "$CACHE/flatpak"/{platform,sdk}
  mkdir -p "$CACHE/flatpak"
  ostree init --mode=bare-user-only --repo="$repo"
  list=$(sed '/^#/d' "$SOURCE/build-aux/packages-platform" | paste -sd,)
  make_runtime Platform "$version" "$list"
  list+=,$(sed '/^#/d' "$SOURCE/build-aux/packages-sdk" | paste -sd,)
  make_runtime Sdk "$version" "$list"
  flatpak build-update-repo "$repo" > /dev/null
  flatpak --user remote-delete --force stand-in > /dev/null 2>&1 || true
  flatpak --user remote-add --no-gpg-verify stand-in "file://$repo"
  flatpak --user install --noninteractive --reinstall stand-in "org.gnome.Platform//$version" "org.gnome.Sdk//$version" \
    > "$CACHE/flatpak/install.log" 2>&1 || die "The stand-ins were not installed; $CACHE/flatpak/install.log says why."
  rm -rf "$CACHE/flatpak"/{platform,sdk}
  stand_in_stamp > "$CACHE/flatpak/stand-in"
}

# make_runtime NAME VERSION PACKAGES: from a small Debian to a runtime in the repository.
make_runtime () {
  local name=$1 version=$2 folder=$CACHE/flatpak/${1,,} log=$CACHE/flatpak/${1,,}.log option mirror arch
  local -a options=(--mode=unshare)

  [[ $EUID != 0 ]] || options=(--mode=root)
  while read -r option; do
    options+=(--aptopt="$option")
  done < <(apt_options)
  mirror=$(apt_mirror)
  arch=$(flatpak --default-arch)

  mkdir -p "$folder"/{root,files,export}
  TMPDIR=${TMPDIR:-/var/tmp} mmdebstrap --variant=essential "${options[@]}" --aptopt='APT::Install-Recommends "false"' \
      --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
      --dpkgopt='path-exclude=/usr/share/info/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
      --include="$3" "$STAND_IN_SUITE" - ${mirror:+"$mirror"} 2> "$log" \
    | tar --extract --no-same-owner --exclude='./dev/*' --directory="$folder/root" 2>> "$log" \
    || die "The stand-in for org.gnome.$name could not be made; $log says why."
  mv "$folder/root/usr" "$folder/usr"
  mv "$folder/root/etc" "$folder/usr/etc"
  rm -rf "$folder/root"
  shape_runtime "$folder/usr"
  printf '[Runtime]\nname=org.gnome.%s\nruntime=org.gnome.Platform/%s/%s\nsdk=org.gnome.Sdk/%s/%s\n' \
    "$name" "$arch" "$version" "$arch" "$version" > "$folder/metadata"
  flatpak build-export --runtime --disable-sandbox --timestamp=2025-01-01T00:00:00Z "$CACHE/flatpak/runtime" "$folder" "$version" \
    >> "$log" 2>&1 || die "The stand-in for org.gnome.$name could not be exported; $log says why."
}

# What is /usr in the sandbox, with its settings in usr/etc: nothing of a machine, and nothing that belongs to somebody.
shape_runtime () (
  cd "$1" || exit
  local name
  cd etc || exit
  rm -rf passwd* group* shadow* gshadow* subuid* subgid* machine-id resolv.conf hosts hostname fstab apt dpkg systemd debian_version ld.so.conf.d
  : > ld.so.conf
  cd ..
  # Or Debian's meson installs into a folder of the architecture that isn't searched.
  if [[ -d lib64 && ! -L lib64 ]]; then
    cp -a lib64/. lib/ && rm -rf lib64
  fi
  ln -sfn lib lib64
  for name in sbin/*; do
    [[ -e bin/${name##*/} ]] || ln -s "../$name" "bin/${name##*/}"
  done
  rm -rf local games bin.usr-is-merged lib.usr-is-merged sbin.usr-is-merged
  find . -name __pycache__ -prune -exec rm -rf {} +
  wrap_compose
  chmod -R u-s,g-s,o-t,u+rwX,go-w,a+rX .
)

# The builder of Debian 12 calls a program that newer suites only have under another name.
wrap_compose () {
  [[ -x bin/appstreamcli && ! -e bin/appstream-compose ]] || return 0
  cat > bin/appstream-compose <<'COMPOSE'
#!/bin/sh
for argument; do
  case $argument in
    --prefix=*) prefix=${argument#--prefix=} ;;
    --origin=*) origin=${argument#--origin=} ;;
    --basename=*) name=${argument#--basename=} ;;
    --*) ;;
    *) component=$argument ;;
  esac
done
# The builder keeps the metainfo where older programs looked for it, and looks for the rest there, too.
tree=$(mktemp -d)
info=$prefix/share/app-info
cp -r "$prefix/share" "$tree/share"
mkdir -p "$tree/share/metainfo" "$info/xmls" "$info/icons/$origin"
cp "$tree/share/appdata/$component.appdata.xml" "$tree/share/metainfo/$component.metainfo.xml"
appstreamcli compose --prefix=/ --result-root="$tree/made" --origin="$origin" --components="$component" "$tree" || exit
cp "$tree/made/share/swcatalog/xml/$origin.xml.gz" "$info/xmls/$name.xml.gz"
cp -r "$tree/made/share/swcatalog/icons/$origin/." "$info/icons/$origin"
COMPOSE
  chmod 755 bin/appstream-compose
}

# ── Sources ───────────────────────────────────────────────────────────────────

# The manifest as it is, or with archives from Debian in place of those that can't be downloaded. Says which
# one; it stays beside the real one, so that paths hold.
reachable_manifest () {
  local module url sha archive folder=$CACHE/flatpak/sources
  local -a instead=()

  mkdir -p "$folder"
  while read -r module url sha; do
    [[ -f $CACHE/flatpak/state/downloads/$sha/${url##*/} ]] && continue
    timeout 20 curl --silent --fail --location --head --output /dev/null "$url" 2> /dev/null && continue
    archive=$(debian_source "$module" "$folder") || exit 1
    instead+=("$module=$archive")
  done < <(manifest_sources)
  if ((! ${#instead[@]})); then
    echo "$MANIFEST"
    return
  fi
  python3 - "$MANIFEST" "$WORK/$ID.json" "$SOURCE" "${instead[@]}" <<'PYTHON' || exit 1
import hashlib, json, sys
manifest = json.load(open(sys.argv[1]))
instead = dict(word.split('=', 1) for word in sys.argv[4:])
for module in manifest['modules']:
    for source in module['sources']:
        if source['type'] == 'dir':
            source['path'] = sys.argv[3]
        elif module['name'] in instead:
            path = instead[module['name']]
            digest = hashlib.sha256(open(path, 'rb').read()).hexdigest()
            same = digest == source['sha256']
            print(module['name'], "is Debian's copy of", 'the very archive' if same else 'the same version', file=sys.stderr)
            del source['url']
            source.update(path=path, sha256=digest)
json.dump(manifest, open(sys.argv[2], 'w'), indent=2)
PYTHON
  echo "$WORK/$ID.json"
}

manifest_sources () {
  python3 - "$MANIFEST" <<'PYTHON'
import json, sys
for module in json.load(open(sys.argv[1]))['modules']:
    for source in module['sources']:
        if 'url' in source:
            print(module['name'], source['url'], source['sha256'])
PYTHON
}

# debian_source MODULE FOLDER: the path of the archive that Debian keeps of it, fetched as apt fetches.
debian_source () {
  local suite=${DEBIAN_SOURCES[$1]%/*} package=${DEBIAN_SOURCES[$1]#*/} mirror apt found
  local -a options

  found=$(compgen -G "$2/${package}_*.orig.tar.*[2zx]" | head -n 1) || true
  if [[ -z $found ]]; then
    has apt-get || die "The source of $1 can't be downloaded; connect to the network, then start this again."
    mirror=$(apt_mirror)
    [[ -n $mirror ]] || die "The source of $1 can't be downloaded, and this machine's apt knows no archive of Debian's that has it."
    apt=$2/apt-$suite
    mkdir -p "$apt/lists/partial"
    echo "deb-src $mirror $suite main" > "$apt/sources.list"
    options=(-o "Dir::Etc::sourcelist=$apt/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$apt/lists"
             -o "Dir::Cache=$apt" -o APT::Sandbox::User=)
    { apt-get "${options[@]}" update && cd "$2" && apt-get "${options[@]}" source --download-only --tar-only "$package"; } > "$apt.log" 2>&1 \
      || die "The source of $1 can't be had from Debian either; $apt.log says why."
    found=$(compgen -G "$2/${package}_*.orig.tar.*[2zx]" | head -n 1) || die "Debian's $package has no archive of its source."
  fi
  echo "$found"
}
