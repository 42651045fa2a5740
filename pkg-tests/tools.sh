# Says which tool is missing and the command that installs it; adds the wasm target when it is not there.
missing() {
  echo "$1 is missing. Install it with: $2" >&2
  exit 1
}
has() { command -v "$1" >/dev/null 2>&1; }

if has apt-get; then
  install="apt-get install" compiler="apt-get install build-essential"
elif has dnf; then
  install="dnf install" compiler="dnf install gcc"
else
  install="brew install" compiler="xcode-select --install"
fi

has cc || missing "A C compiler" "$compiler"
has cargo || missing "Rust" "$install rustup && rustup default stable"
has node || missing "Node" "$install nodejs"
has npm || missing "npm" "$install npm"
node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
  missing "Node 20.19 or newer (this is $(node --version))" "nvm install 20, npx n 20, or $install nodejs"

# rust-toolchain.toml names the target: rustup has often added it already, and a Rust of a distribution carries it.
if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
  has rustup || missing "Rust for wasm32-unknown-unknown" "rustup target add wasm32-unknown-unknown (rustup: $install rustup)"
  echo "Adding the wasm target to Rust"
  rustup --quiet target add wasm32-unknown-unknown ||
    missing "Rust for wasm32-unknown-unknown" "rustup target add wasm32-unknown-unknown"
fi
