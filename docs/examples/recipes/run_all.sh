#!/usr/bin/env bash
# Installs what the recipes need, and runs them all: bash run_all.sh FOLDER
# The PDFs and a virtual environment are written to FOLDER. Debian's packages are installed only by root.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
folder="${1:?the folder to write to}"
mkdir -p "$folder"

if [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends libreoffice-writer-nogui libpango-1.0-0 libpangoft2-1.0-0 \
        libharfbuzz-subset0 > /dev/null
fi
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install -q "$here/../../..[recipes]"

for recipe in "$here"/with_*.py; do
    name="$(basename "$recipe" .py)"
    "$folder/venv/bin/python" "$recipe" "$folder/${name#with_}.pdf"
done
