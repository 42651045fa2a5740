# The tests of the engine inside headless browsers: sh run.sh chrome|firefox. A browser or a driver that this machine
# does not have and cannot install is said, and the rest goes on.
browser=$1
version=$(sed -n 's/^wasm-bindgen = "=\([0-9.]*\)".*/\1/p' Cargo.toml)
geckodriver_version=0.36.0
cache=${XDG_CACHE_HOME:-$HOME/.cache}/territoires-industrie
has() { command -v "$1" >/dev/null 2>&1; }
leave_out() {
  echo "!! $1: THE ENGINE IS NOT TESTED IN $browser !!" >&2
  exit 0
}

[ "$BROWSER_TESTS" != skip ] || leave_out "BROWSER_TESTS=skip"

# wasm-pack has installed the runner beside its wasm-bindgen, in the cache of the person.
runner=""
for found in $(find "${WASM_PACK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/.wasm-pack}" "$HOME/Library/Caches/.wasm-pack" \
  -name wasm-bindgen-test-runner -type f 2>/dev/null) $(command -v wasm-bindgen-test-runner); do
  if [ "$("$found" --version 2>/dev/null)" = "wasm-bindgen-test-runner $version" ]; then runner=$found; fi
done
[ -n "$runner" ] || leave_out "wasm-bindgen-test-runner $version is not here"

# Takes a package of the system where that can be done without a question.
install() {
  has apt-get || return 1
  if [ "$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else return 1; fi
  echo "Installing $1, for the tests of the engine in $browser (a minute)"
  $sudo apt-get update --quiet=2 &&
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install --yes --no-install-recommends --quiet=2 "$1" >/dev/null
}
# The first of several programs that is here.
first() { for name in "$@"; do has "$name" && command -v "$name" && return; done; return 1; }

if [ "$browser" = chrome ]; then
  binary=$(node pkg-tests/browser/chromium.mjs) || leave_out "no Chromium is here"
  has chromedriver || install chromium-driver || leave_out "no chromedriver is here (apt-get install chromium-driver)"
  CHROMEDRIVER=$(command -v chromedriver) || leave_out "no chromedriver is here"
  export CHROMEDRIVER
  sandbox=$([ "$(id -u)" = 0 ] && echo '"--no-sandbox", ')
  capabilities="{ \"goog:chromeOptions\": { \"binary\": \"$binary\", \"args\": [$sandbox\"--headless\", \"--disable-gpu\"] } }"
else
  first firefox-esr firefox >/dev/null || install firefox-esr || leave_out "no Firefox is here (apt-get install firefox-esr)"
  binary=$(first firefox-esr firefox) || leave_out "no Firefox is here"
  GECKODRIVER=$(first geckodriver) || GECKODRIVER=$cache/geckodriver-$geckodriver_version/bin/geckodriver
  export GECKODRIVER
  if [ ! -x "$GECKODRIVER" ]; then
    echo "Building geckodriver (three minutes and only once on this machine)"
    cargo install --locked --quiet geckodriver --version "$geckodriver_version" --root "$cache/geckodriver-$geckodriver_version" ||
      leave_out "geckodriver could not be built"
  fi
  capabilities="{ \"moz:firefoxOptions\": { \"binary\": \"$binary\", \"args\": [\"-headless\"] } }"
fi

export WASM_BINDGEN_TEST_WEBDRIVER_JSON="${CARGO_TARGET_DIR:-$PWD/target}/tmp/webdriver-$browser.json"
echo "$capabilities" >"$WASM_BINDGEN_TEST_WEBDRIVER_JSON"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="$runner"
export WASM_BINDGEN_TEST_ONLY_WEB=1 WASM_BINDGEN_TEST_TIMEOUT=120
log="${CARGO_TARGET_DIR:-$PWD/target}/tmp/wasm-$browser.log"
if cargo test --locked --target wasm32-unknown-unknown --test wasm >"$log" 2>&1; then
  grep -E "^test |test result" "$log" || true
else
  status=$?
  cat "$log" >&2
  exit $status
fi
