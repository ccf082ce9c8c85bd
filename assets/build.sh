#!/bin/sh
# Builds the web pages' style, script and fonts into assets/dist. Needs Node 20 or later with npm.
# Packages are installed only when package-lock.json differs from the last installation.
set -eu
cd "$(dirname "$0")/.."

lock=$(cksum < package-lock.json)
stamp=node_modules/.installed-lock
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$lock" ]; then
  npm ci --ignore-scripts --no-audit --no-fund
  printf '%s\n' "$lock" > "$stamp"
fi

dist=assets/dist
find "$dist" -mindepth 1 ! -name .gitkeep -delete
mkdir -p "$dist/fonts" "$dist/icons" "$dist/swagger"

node_modules/.bin/esbuild assets/src/app.js assets/src/acev.js assets/src/app.css --bundle --minify --format=esm \
  --target=chrome109,firefox115 --external:/assets/* --legal-comments=none --log-level=warning --outdir="$dist"

web=node_modules/@fontsource/noto-nastaliq-urdu/files/noto-nastaliq-urdu-arabic
cp "$web-400-normal.woff2" "$dist/fonts/NotoNastaliqUrdu-Regular.woff2"
cp "$web-700-normal.woff2" "$dist/fonts/NotoNastaliqUrdu-Bold.woff2"

cp assets/src/icon.svg "$dist/icon.svg"
cp assets/src/icons/*.svg "$dist/icons/"

# For paper: the PDF engine reads TrueType only.
urdu=node_modules/@expo-google-fonts/noto-nastaliq-urdu
latin=node_modules/@expo-google-fonts/noto-serif
cp "$urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf" "$dist/fonts/NotoNastaliqUrdu-Regular.ttf"
cp "$urdu/700Bold/NotoNastaliqUrdu_700Bold.ttf" "$dist/fonts/NotoNastaliqUrdu-Bold.ttf"
cp "$latin/400Regular/NotoSerif_400Regular.ttf" "$dist/fonts/NotoSerif-Regular.ttf"
cp "$latin/700Bold/NotoSerif_700Bold.ttf" "$dist/fonts/NotoSerif-Bold.ttf"
cp "$urdu/LICENSE_FONT" "$dist/fonts/OFL-NotoNastaliqUrdu.txt"
cp "$latin/LICENSE_FONT" "$dist/fonts/OFL-NotoSerif.txt"

# The API's pages, offline.
cp node_modules/swagger-ui-dist/swagger-ui.css node_modules/swagger-ui-dist/swagger-ui-bundle.js "$dist/swagger/"
cp assets/src/swagger/index.html assets/src/swagger/start.js "$dist/swagger/"
