#!/usr/bin/env bash
# Builds, checks and tests everything. The last line is always "N passed, N failed"; the exit code is 0 only if all went well.
# It needs the .NET SDK and Node.js, and installs the rest.
set -uo pipefail
cd "$(dirname "$0")" || exit 1

readonly configuration=Release
readonly results="$PWD/artifacts/test-results"
readonly figures="$PWD/artifacts/aot-tests/figures.md"
readonly minimum_coverage=90
status=0

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1
# Build servers that outlive the build would hold the output open that CI waits for. MSBuild takes the last one as a property.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false

step() {
  echo
  echo "== $1"
  shift
  "$@" || { status=1; echo "-- failed: $*"; return 1; }
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo -n "$@"
  else
    echo "Root is needed to run: $*" >&2
    return 1
  fi
}

install() {
  as_root apt-get update -qq &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y -qq --no-install-recommends "$@" >/dev/null
}

# The browser tests drive Chromium. Where it cannot be installed they fail, and say so.
install_chromium() {
  local name
  for name in chromium chromium-browser google-chrome; do
    command -v "$name" >/dev/null && return
  done
  install chromium
}

# Programs that are compiled ahead of time are linked by clang, and with zlib.
install_linker() {
  command -v clang >/dev/null && [ -e /usr/include/zlib.h ] && return
  install clang zlib1g-dev
}

# The proxies whose configurations the guide shows. Debian has them where only root looks. The tests start them on ports of their own.
install_proxies() {
  local name missing=()
  for name in nginx haproxy; do
    PATH="$PATH:/usr/sbin" command -v "$name" >/dev/null || missing+=("$name")
  done
  [ ${#missing[@]} -eq 0 ] || install "${missing[@]}"
}

test_projects() {
  grep -l 'eng/Test.props' tests/*/*.csproj
}

results_of() {
  echo "$results/$(basename "$1" .csproj)"
}

run_tests() {
  local project=$1 folder
  folder=$(results_of "$project")
  # Some publish programs or make packages before their first test, which is no hang.
  timeout --kill-after=30s 15m \
    dotnet test "$project" --no-build --configuration "$configuration" --nologo \
    --logger "trx;LogFileName=results.trx" --logger "console;verbosity=minimal" --results-directory "$folder" \
    --settings eng/coverage.runsettings --collect "XPlat Code Coverage" \
    --blame-hang-timeout 10m --blame-hang-dump-type none
}

main() {
  local project
  rm -rf "$results" "$figures"
  # A project that leaves its folder empty counts as failed in the summary.
  for project in $(test_projects); do
    mkdir -p "$(results_of "$project")"
  done

  step "Install Chromium" install_chromium
  step "Install the linker" install_linker
  step "Install the proxies" install_proxies
  step "Restore" dotnet restore SockJS.sln || return
  step "Build" dotnet build SockJS.sln --no-restore --configuration "$configuration" --nologo -warnaserror || return
  step "Format" env "Configuration=$configuration" dotnet format SockJS.sln --no-restore --verify-no-changes

  # One at a time: the tests of browsers and of timers want the machine for themselves.
  for project in $(test_projects); do
    step "Test $project" run_tests "$project"
  done

  step "Sizes and start-up times" cat "$figures"
  step "Coverage" node eng/coverage.mjs "$results" "$minimum_coverage"
}

main
echo
node eng/summary.mjs "$results" || status=1
exit "$status"
