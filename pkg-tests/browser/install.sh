# Makes sure that there is a Chromium, from the system's package manager where it may, else says what to type.
here=$(dirname "$0")
if [ "$BROWSER_TESTS" = skip ]; then
  echo "!! BROWSER_TESTS=skip: NOTHING IS TESTED IN A BROWSER !!" >&2
  exit 0
fi
node "$here/chromium.mjs" >/dev/null && exit 0

if command -v apt-get >/dev/null 2>&1; then
  command="apt-get install --yes --no-install-recommends chromium"
  if [ "$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else sudo=none; fi
  if [ "$sudo" != none ]; then
    echo "Installing Chromium, for the tests in a browser (a minute)"
    $sudo apt-get update --quiet=2 && DEBIAN_FRONTEND=noninteractive $sudo $command --quiet=2 >/dev/null
    node "$here/chromium.mjs" >/dev/null && exit 0
  fi
  command="sudo $command"
elif command -v dnf >/dev/null 2>&1; then
  command="sudo dnf install chromium"
else
  command="brew install --cask chromium"
fi
echo "A Chromium is missing for the tests in a browser. Install it with: $command" >&2
echo "(or name one in CHROME=…, or leave those tests out: make test BROWSER_TESTS=skip)" >&2
exit 1
