#!/bin/sh
# Makes this folder ready: system libraries, a Python environment in .venv, and the packages in it.
#
#   sh bootstrap.sh [render|test|fonts]
#
# It is quick when nothing is missing. System packages are installed at once for root, after a question
# at a terminal, and otherwise not at all: then the one command to run is printed.
# PYTHON=… chooses the Python, TEST_PACKAGES=… the system packages the tests need.

set -u
cd "$(dirname "$0")" || exit 1

level=${1:-render}
here=$(pwd -P)
venv=.venv
TEST_PACKAGES=${TEST_PACKAGES-poppler-utils fonts-dejavu-core chromium default-jre-headless}
APT_LISTS=${APT_LISTS:-/var/lib/apt/lists}

say() { printf 'brochures: %s\n' "$*" >&2; }
fail() { printf 'error: %s\n' "$*" >&2; exit 1; }

# What a command says is shown only when it fails.
quietly() {
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    "$@" </dev/null >"$log" 2>&1
    status=$?
    [ $status = 0 ] || cat "$log" >&2
    rm -f "$log"
    return $status
}

case $level in
    render | test | fonts) ;;
    *) fail "bootstrap.sh knows render, test and fonts, not $level" ;;
esac

system=other
if [ "$(uname -s)" = Darwin ]; then
    system=brew
    # Pythons from elsewhere do not look where Homebrew puts its libraries.
    if command -v brew >/dev/null 2>&1; then
        DYLD_FALLBACK_LIBRARY_PATH=${DYLD_FALLBACK_LIBRARY_PATH:+$DYLD_FALLBACK_LIBRARY_PATH:}$(brew --prefix)/lib
        export DYLD_FALLBACK_LIBRARY_PATH
    fi
elif command -v apt-get >/dev/null 2>&1; then
    system=apt
elif command -v dnf >/dev/null 2>&1; then
    system=dnf
fi

# ---- What is there ------------------------------------------------------------------------------

# Prints the version and the state of pyproject.toml, then the Debian name of each library that cannot be loaded.
PROBE='
import ctypes, hashlib, platform
print(platform.python_version(), hashlib.sha256(open("pyproject.toml", "rb").read()).hexdigest())
for name, files in (
    ("libpango-1.0-0", ("libpango-1.0.so.0", "libpango-1.0.dylib")),
    ("libpangoft2-1.0-0", ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib")),
    ("libharfbuzz-subset0", ("libharfbuzz-subset.so.0", "libharfbuzz-subset.dylib")),
):
    for file in files:
        try:
            ctypes.CDLL(file)
            break
        except OSError:
            pass
    else:
        print(name)
'

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
has_venv() { "$1" -c 'import venv, ensurepip' >/dev/null 2>&1; }

# The first Python that is new enough, better still one that can make an environment, as $python.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        new_enough "$PYTHON" || fail "PYTHON=$PYTHON is not a Python 3.11 or newer"
        python=$PYTHON
        return
    fi
    python=
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        new_enough "$candidate" || continue
        python=${python:-$candidate}
        if has_venv "$candidate"; then
            python=$candidate
            return
        fi
    done
    [ -n "$python" ] || fail "no Python 3.11 or newer here; install the package $(python_package), or name one with PYTHON=…"
}

python_package() {
    case $system in
        brew) echo "python (brew install python)" ;;
        apt) echo "python3 (where that is older, as on Ubuntu 22.04: python3.11 and python3.11-venv)" ;;
        *) echo "python3" ;;
    esac
}

venv_package() {
    case ${python##*/} in
        python3.1[0-9]) echo "${python##*/}-venv" ;;
        *) echo python3-venv ;;
    esac
}

# Whether there is no Java 11 or newer; Homebrew's is not on the PATH.
java_missing() {
    for java in ${JAVA_HOME:+"$JAVA_HOME/bin/java"} java /opt/homebrew/opt/openjdk/bin/java /usr/local/opt/openjdk/bin/java; do
        number=$("$java" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p')
        [ "${number:-0}" -lt 11 ] || return 1
    done
}

test_package_missing() {
    case $1 in
        poppler-utils) ! command -v pdftoppm >/dev/null 2>&1 ;;
        default-jre-headless) java_missing ;;
        chromium)
            for browser in chromium chromium-browser google-chrome; do
                ! command -v "$browser" >/dev/null 2>&1 || return 1
            done
            ;;
        fonts-dejavu-core)
            for fonts in /usr/share/fonts /usr/local/share/fonts /Library/Fonts "${HOME:-/}/Library/Fonts"; do
                [ -z "$(find "$fonts" -name DejaVuSans.ttf 2>/dev/null)" ] || return 1
            done
            ;;
        *) ! dpkg -s "$1" >/dev/null 2>&1 ;;
    esac
}

# Asks the Python given: $key is its version and the state of pyproject.toml, $missing what the system lacks.
look() {
    answer=$("$1" -c "$PROBE" 2>/dev/null) || return 1
    key=$(echo "$answer" | sed -n 1p)
    missing=$(echo "$answer" | sed 1d | tr '\n' ' ')
    [ "$level" = test ] || return 0
    for package in $TEST_PACKAGES; do
        if test_package_missing "$package"; then missing="$missing$package "; fi
    done
}

# ---- What the system must bring -----------------------------------------------------------------

# The same package under the name the system uses.
translated() {
    for package in "$@"; do
        case $system:$package in
            brew:libpango* | brew:libharfbuzz*) echo pango ;;
            brew:poppler-utils) echo poppler ;;
            brew:fonts-dejavu-core) echo font-dejavu ;;
            brew:default-jre-headless) echo openjdk ;;
            brew:python3*) echo python ;;
            dnf:libpango*) echo pango ;;
            dnf:libharfbuzz*) echo harfbuzz ;;
            dnf:fonts-dejavu-core) echo dejavu-sans-fonts ;;
            dnf:default-jre-headless) echo java-17-openjdk-headless ;;
            dnf:python3*) echo python3 ;;
            *) echo "$package" ;;
        esac
    done | awk '!seen[$0]++' | tr '\n' ' ' | sed 's/ $//'
}

apt_lists_are_fresh() {
    [ -n "$(find "$APT_LISTS" -maxdepth 0 -mtime -1 2>/dev/null)" ] &&
        [ -n "$(find "$APT_LISTS" -maxdepth 1 -name '*_Packages*' 2>/dev/null)" ]
}

system_command() {
    case $system in
        apt)
            update="${1}apt-get update -q && "
            if apt_lists_are_fresh; then update=; fi
            echo "$update${1}apt-get install -q -y --no-install-recommends $names"
            ;;
        brew) echo "brew install $names" ;;
        dnf) echo "${1}dnf install -y $names" ;;
    esac
}

may_ask() { [ -t 0 ] && [ -z "${CI:-}" ]; }

install_system_packages() {
    names=$(translated "$@")
    root=no
    [ "$(id -u)" != 0 ] || root=yes
    case $system:$root in
        apt:yes) command=$(system_command "") ;;
        brew:*) command=$(system_command "") ;;
        *) command=$(system_command "sudo ") ;;
    esac
    if [ "$system" = other ]; then
        fail "missing on this system: $names (Debian's names); install them, then run this again"
    fi
    if [ "$system" = brew ] && ! command -v brew >/dev/null 2>&1; then
        fail "missing on this system: $names; get Homebrew from https://brew.sh, then run: $command"
    fi
    if [ "$system:$root" = apt:yes ]; then
        say "installing system packages: $names"
    elif [ "$system" != dnf ] && [ "$system:$root" != brew:yes ] && may_ask && can_rise; then
        say "missing on this system: $names"
        printf '\n    %s\n\nRun this now? [y/N] ' "$command" >&2
        read -r answer || answer=
        case $answer in
            y | Y | yes | Yes) ;;
            *) fail "nothing was installed" ;;
        esac
    else
        say "missing on this system: $names"
        fail "run this, then try again: $command"
    fi
    export DEBIAN_FRONTEND=noninteractive
    quietly sh -c "$command" || fail "this did not work: $command"
}

can_rise() { [ "$system" = brew ] || command -v sudo >/dev/null 2>&1; }

# ---- What we bring ------------------------------------------------------------------------------

# $venv/made: where and with which Python. $venv/busy: packages are being installed. $venv/ready: key, then levels.
made_here() { [ -f "$venv/made" ] && [ "$(cat "$venv/made")" = "$here ${key%% *}" ]; }

ready() {
    [ "$(sed -n 1p "$venv/ready" 2>/dev/null)" = "$key" ] || return 1
    [ "$level" = render ] || grep -qx "$level" "$venv/ready"
}

same_python_as_asked() {
    [ -z "${PYTHON:-}" ] || [ "$("$PYTHON" -c 'import platform; print(platform.python_version())' 2>/dev/null)" = "${key%% *}" ]
}

make_venv() {
    if [ -f "$venv/busy" ]; then
        say "the last set-up did not finish: starting afresh"
    elif [ -e "$venv" ]; then
        say "$venv is from another folder or another Python, or half made: making it anew"
    fi
    rm -rf "$venv"
    say "making $venv with Python ${key%% *}"
    quietly "$python" -m venv "$venv" || fail "$python cannot make $venv"
    echo "$here ${key%% *}" >"$venv/made"
}

install() {
    PIP_USER=0 quietly "$venv/bin/python" -m pip install -q --disable-pip-version-check "$@"
}

install_packages() {
    : >"$venv/busy"
    say "installing the Python packages (the first time takes a minute or two)"
    if [ "$level" = render ]; then
        install -e .
    else
        group=dev
        [ "$level" = test ] || group=fonts
        # Groups are read by pip from 25.1 on; a new environment may begin with an older one.
        install --upgrade "pip>=25.1" && install -e . --group "$group"
    fi || fail "the Python packages could not be installed; what pip says is above"
    if [ "$(sed -n 1p "$venv/ready" 2>/dev/null)" != "$key" ]; then echo "$key" >"$venv/ready"; fi
    echo "$level" >>"$venv/ready"
    rm -f "$venv/busy"
}

rebuild=yes
if look "$venv/bin/python" && made_here && same_python_as_asked && [ ! -f "$venv/busy" ]; then
    rebuild=no
    if [ -z "$missing" ] && ready; then exit 0; fi
fi

find_python
[ "$rebuild" = no ] || look "$python" || fail "$python does not start"
if [ "$rebuild" = yes ] && ! has_venv "$python"; then missing="$(venv_package) $missing"; fi
if [ -n "$missing" ]; then
    # shellcheck disable=SC2086 # one word for each package
    install_system_packages $missing
    look "$python"
    if [ -n "$missing" ] && [ "$system" = brew ]; then
        fail "$python does not find the libraries: use Homebrew's Python, or DYLD_FALLBACK_LIBRARY_PATH=\$(brew --prefix)/lib"
    fi
    # shellcheck disable=SC2086 # one word for each package
    [ -z "$missing" ] || fail "still missing after the installation: $(translated $missing)"
    [ "$rebuild" = no ] || has_venv "$python" || fail "$python still cannot make an environment: it has no ensurepip"
    [ "$rebuild" = yes ] || look "$venv/bin/python"
fi
[ "$rebuild" = no ] || make_venv
if ! ready; then install_packages; fi
say "ready"
