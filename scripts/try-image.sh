#!/usr/bin/env bash
# Builds the Dockerfile as it stands and runs what comes of it as compose.yaml does, against the double of Discord, where neither a Docker
# daemon nor a registry of images is at hand: the base is made of Debian's packages and of npm's Node, of the same versions.
#
#   scripts/try-image.sh [amd64|arm64] [FOLDER]      FOLDER keeps the base for the next time
#
# As root, on Debian: apt-get install buildah debootstrap; for the other processor also qemu-user-static and binfmt-support.
# It fails where a step does, and prints sizes and memory.
set -euo pipefail
cd "$(dirname "$0")/.."
arch=${1:-amd64}
work=${2:-$(mktemp -d)}
bot='' double=''
# What was begun ends with this, however it ends.
ended() {
  # The bot is the child of what gave it its own process table.
  for each in $bot $double; do kill -KILL $(pgrep -P "$each") "$each" 2>/dev/null || true; done
  [ -n "$keeps" ] || rm -rf "$work"
}
keeps=${2:-}
trap ended EXIT
mkdir -p "$work"
storage=(--root "$work/images" --runroot "$work/run")
image=communique-try:$arch
base=node-base:$arch
say() { printf '%s\n' "$*" >&2; }
fail() { say "FAILED: $*"; exit 1; }

tag=$(sed -n 's/^ARG NODE_IMAGE=node:\([^@]*\)@.*/\1/p' Dockerfile)
version=${tag%%-*} suite=$(cut -d- -f2 <<<"$tag")
certificates=/etc/ssl/certs/ca-certificates.crt

make_base() {
  local root=$work/base-$arch npm_arch=${arch/amd64/x64}
  rm -rf "$root"
  debootstrap --arch="$arch" --variant=minbase --include=ca-certificates,libstdc++6,libatomic1 "$suite" "$root" >"$work/debootstrap.log"
  (cd "$work" && npm pack --silent "node-linux-$npm_arch@$version" npm@11 >packed)
  tar xzf "$work/node-linux-$npm_arch-$version.tgz" -C "$root/usr/local" --strip-components=1 package/bin
  mkdir -p "$root/usr/local/lib/node_modules/npm"
  tar xzf "$work"/npm-11.*.tgz -C "$root/usr/local/lib/node_modules/npm" --strip-components=1
  ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  chroot "$root" useradd --create-home --uid 1000 node
}

build() {
  [ -x "$work/base-$arch/usr/sbin/useradd" ] && [ -x "$work/base-$arch/usr/local/bin/npm" ] || make_base
  # A machine that reaches npm through a mirror of its own trusts that.
  cp "$certificates" "$work/base-$arch$certificates"
  local container
  container=$(buildah "${storage[@]}" from --arch "$arch" scratch)
  buildah "${storage[@]}" add --quiet "$container" "$work/base-$arch" / >"$work/build.log"
  buildah "${storage[@]}" config --env NODE_EXTRA_CA_CERTS=$certificates "$container"
  buildah "${storage[@]}" commit --quiet --rm "$container" "$base" >>"$work/build.log"
  buildah "${storage[@]}" build --layers=false --isolation chroot --network host --format docker --arch "$arch" \
    --ulimit "nofile=$(ulimit -n):$(ulimit -Hn)" --build-arg "NODE_IMAGE=localhost/$base" --tag "$image" . >>"$work/build.log" 2>&1 ||
    { tail -n 20 "$work/build.log" >&2; fail 'the image was not built'; }
}

# One value of the image's configuration, as JavaScript says it.
configured() {
  buildah "${storage[@]}" inspect --type image "$image" | node -p "JSON.parse(require('fs').readFileSync(0, 'utf8')).Docker.config$1"
}

# What the image would run: its user, folder and environment; no file system to write to but /data and /tmp, no new privileges, process 1 of
# its own, as with compose.yaml.
run() {
  local user environment
  user=$(configured .User)
  mapfile -t environment < <(configured '.Env.join("\n")')
  # shellcheck disable=SC2016 # the inner shell's own words
  root=$root data=$data user=$user exec unshare --mount --pid --fork --kill-child=SIGKILL bash -c '
    set -e
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount -t sysfs -o ro sysfs "$root/sys"
    mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
    mount --bind "$data" "$root/data"
    for each in null zero urandom random; do touch "$root/dev/$each"; mount --bind "/dev/$each" "$root/dev/$each"; done
    mount -o remount,bind,ro "$root"
    exec setpriv --no-new-privs chroot --userspec="$user" "$root" /usr/bin/env --ignore-environment --chdir=/app "$@"' \
    bash "${environment[@]}" "${settings[@]}" "$@"
}

# Waits for a line in a file, two minutes at most.
until_says() {
  local _
  for _ in $(seq 1200); do
    grep -q -- "$2" "$1" && return
    sleep 0.1
  done
  tail -n 5 "$1" "$work/bot.err" >&2
  fail "no \"$2\" in $1"
}

try() {
  local entry=(node src/start.js) settings=() inner
  buildah "${storage[@]}" rm --all >"$work/build.log"
  root=$(buildah "${storage[@]}" mount "$(buildah "${storage[@]}" from "$image")")
  data=$work/data-$arch
  rm -rf "$data" && mkdir "$data" && chown 1000:1000 "$data"
  [ "$(configured '.Entrypoint.join(" ")')" = "${entry[*]}" ] || fail 'another entry point'

  say 'what may be written to'
  (run sh -c 'id -u; for each in /app /app/data /usr /etc /home/node; do touch $each/x 2>/dev/null && echo "$each"; done; touch /tmp/x /data/x && rm /data/x') >"$work/written"
  [ "$(cat "$work/written")" = 1000 ] || fail "$(cat "$work/written")"
  [ "$( (run "${entry[@]}" main --version) )" = "$(node -p 'require("./package.json").version')" ] || fail 'the version'

  say 'the terminal: the model, and the packages that are for one kind of machine'
  (run "${entry[@]}" cli ask 'Can borders be changed by force?') >"$work/asked"
  grep -q 'must not be changed by force' "$work/asked" || fail "$(cat "$work/asked")"
  (run node -e 'import("@resvg/resvg-js").then(({ Resvg }) => new Resvg("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"))') || fail 'resvg'
  # Another processor is played some thirty times slower than the bot's own time limits allow for.
  [ "$(dpkg --print-architecture)" = "$arch" ] || return 0

  say 'the bot against the double'
  mkfifo "$work/typed.$$"
  node tests/double/serve.ts 0 test-token <"$work/typed.$$" >"$work/double.out" 2>&1 &
  double=$!
  exec 3>"$work/typed.$$"
  until_says "$work/double.out" http
  settings=(DISCORD_TOKEN=test-token "DISCORD_API_URL=$(head -n 1 "$work/double.out")")
  (run "${entry[@]}" main) >"$work/bot.out" 2>"$work/bot.err" &
  bot=$!
  until_says "$work/bot.out" '"msg":"ready"'
  inner=$(pgrep -o -P "$bot")
  echo '/ask question="Can borders be changed by force?"' >&3
  until_says "$work/double.out" 'must not be changed by force'
  # What Docker asks every half minute.
  healthy=$(configured '.Healthcheck.Test[3]')
  (settings=() && run node -e "$healthy") || fail 'not healthy'
  say "memory of the bot: $(awk '/VmRSS|VmHWM|RssAnon/ {printf "%s %d MB  ", $1, $2 / 1024}' "/proc/$inner/status")"
  kill -TERM "$inner"
  wait "$bot" || fail "ended by status $?: $(cat "$work/bot.err")"
  bot=''
  exec 3>&-
  wait "$double" || true
  double=''
  rm -f "$work/typed.$$"
  [ -s "$data/communique.sqlite" ] || fail 'no store'
  [ -s "$work/bot.err" ] && fail "$(cat "$work/bot.err")"
  say "the bot's own part of the image: $(du -sm "$root/app" | cut -f1) MB, of these packages: $(du -sm "$root/app/node_modules" | cut -f1) MB"
}

build
try
say "the image for $arch holds"
