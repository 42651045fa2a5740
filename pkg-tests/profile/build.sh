# Builds target/release/ti with a profile of its work: once so that it counts what it does, once more with what was counted.
# sh build.sh; the pages are in www/dist.
set -eu
cd "$(dirname "$0")/../.."
host=$(rustc -vV | sed -n 's/^host: //p')
counts=$PWD/target/profile/counts
profile=$PWD/target/profile/ti.profdata
merge=$(rustc --print sysroot)/lib/rustlib/$host/bin/llvm-profdata
unset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS # they would take the place of those below

if [ ! -x "$merge" ]; then
  echo "Adding LLVM's tools to Rust"
  if ! rustup --quiet component add llvm-tools; then
    echo "llvm-profdata of this Rust is missing. Install it with: rustup component add llvm-tools" >&2
    exit 1
  fi
fi

# build FOLDER FLAG. With a target named, the flag is the program's and not that of what builds it.
build() {
  cargo build --locked --quiet --release --features cli,pages --bin ti --target "$host" --target-dir "target/profile/$1" --config "target.$host.rustflags=[\"$2\"]"
}

echo "Building the program that counts what it does"
build counting "-Cprofile-generate=$counts"
echo "Giving it the work of a day"
rm -rf "$counts"
node pkg-tests/profile/work.mjs "target/profile/counting/$host/release/ti"
"$merge" merge --output "$profile" "$counts"
echo "Building the program with what was counted"
build counted "-Cprofile-use=$profile"
mkdir -p target/release
rm -f target/release/ti # Cargo may have it under another name too
cp "target/profile/counted/$host/release/ti" target/release/ti
