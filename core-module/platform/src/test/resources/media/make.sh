#!/usr/bin/env bash
# Makes the sample files of this folder, and records what other programs say of them in facts/. Needs Debian's ffmpeg, libimage-exiftool-perl,
# poppler-utils and LibreOffice (writer, calc, impress). The files are kept in the repository, so that tests need none of these.
set -euo pipefail
cd "$(dirname "$0")"
quiet=(-hide_banner -loglevel error -y -fflags +bitexact)
picture="testsrc2=duration=3:size=320x180:rate=25"
sound="sine=frequency=440:duration=3"
ffmpeg "${quiet[@]}" -f lavfi -i "$picture" -f lavfi -i "$sound" -c:v libx264 -preset veryslow -crf 40 -pix_fmt yuv420p -c:a aac -b:a 32k \
  -metadata title="Test pattern" -metadata creation_time=2026-03-04T05:06:07Z -movflags +faststart -shortest film.mp4
ffmpeg "${quiet[@]}" -i film.mp4 -c copy -t 2 -metadata creation_time=2026-03-04T05:06:07Z portrait.mov
exiftool -q -overwrite_original -Rotation=90 portrait.mov
ffmpeg "${quiet[@]}" -f lavfi -i "$picture" -f lavfi -i "$sound" -c:v libvpx -b:v 60k -c:a libvorbis -q:a 0 -shortest film.webm
# Without sound and without a date, as many programs make them.
ffmpeg "${quiet[@]}" -f lavfi -i "testsrc=duration=1:size=160x90:rate=25" -c:v libx265 -crf 45 -tag:v hvc1 -x265-params log-level=none silent.mp4
ffmpeg "${quiet[@]}" -f lavfi -i "testsrc=duration=1:size=160x90:rate=25" -c:v libx264 -crf 45 -pix_fmt yuv420p film.mkv
ffmpeg "${quiet[@]}" -f lavfi -i "sine=frequency=440:duration=0.5:sample_rate=8000" recording.wav
ffmpeg "${quiet[@]}" -f lavfi -i "$sound" -c:a libmp3lame -b:a 32k -metadata title="A tone" -metadata artist="Nephele" tone.mp3
ffmpeg "${quiet[@]}" -f lavfi -i "testsrc2=size=400x300:rate=1" -frames:v 1 -q:v 12 photo.jpg
exiftool -q -overwrite_original -Orientation#=6 -GPSLatitude=44.8178 -GPSLatitudeRef=N -GPSLongitude=20.4569 -GPSLongitudeRef=E \
  -Artist="Example Photographer" -Copyright="CC0" -XMP-dc:Title="A test pattern" -IPTC:Headline="Pattern" photo.jpg
ffmpeg "${quiet[@]}" -f lavfi -i "testsrc2=size=160x120:rate=1" -frames:v 1 drawing.png
ffmpeg "${quiet[@]}" -f lavfi -i "testsrc2=size=96x64:rate=5:duration=1" -vf "split[a][b];[a]palettegen=max_colors=16[p];[b][p]paletteuse" moving.gif
cat > drawing.svg <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80" viewBox="0 0 120 80"><title>A sign</title><rect width="120" height="80" fill="#0a5"/></svg>
SVG
cat > captions.vtt <<'VTT'
WEBVTT

00:00.000 --> 00:01.500
<v Guide>Good morning from the workshop.

00:01.500 --> 00:03.000
The saw reads the label.
VTT
cat > captions.srt <<'SRT'
1
00:00:00,000 --> 00:00:01,500
Dobro jutro iz delavnice.

2
00:00:01,500 --> 00:00:03,000
Žaga prebere nalepko.
SRT
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cat > "$work/strategy.html" <<'HTML'
<html lang="sr"><head><meta charset="utf-8"><title>Стратегија кластера</title><meta name="author" content="Пример аутора"></head><body>
<p>Ова стратегија описује како кластер повезује мала предузећа и истраживаче, и како се заједно припремају за нова тржишта.</p>
<p>Предузећа деле машине, знање и податке, а чланови кластера се сваке године састају и договарају о заједничким пројектима.</p>
<p style="page-break-before: always">Друга страна говори о мерењу резултата: број чланова, број нових производа и уштеда енергије у производњи.</p>
</body></html>
HTML
cat > "$work/table.csv" <<'CSV'
Company,Members,Year
Sample Forge,12,2026
Sample Weavers,34,2025
CSV
cat > "$work/letter.html" <<'HTML'
<html lang="en"><head><meta charset="utf-8"><title>Letter to members</title><meta name="author" content="Sample Office"></head><body>
<h1>Letter to members</h1><p>The cluster meets in spring to talk about energy, apprentices and machines that are shared between workshops.</p></body></html>
HTML
office() { soffice --headless -env:UserInstallation="file://$work/profile" --convert-to "$2" --outdir "$work" "$work/$1" >/dev/null 2>&1; }
office strategy.html odt:writer8 && office strategy.odt pdf && mv "$work/strategy.pdf" strategy.pdf
office letter.html odt:writer8 && cp "$work/letter.odt" letter.odt && office letter.odt "docx:MS Word 2007 XML" && mv "$work/letter.docx" letter.docx
office table.csv xlsx && mv "$work/table.xlsx" table.xlsx
cat > "$work/slides.fodp" <<'FODP'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.presentation"><office:meta><dc:title>Two slides</dc:title></office:meta><office:body><office:presentation>
<draw:page draw:name="one"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box><text:p>Energy in the foundry</text:p></draw:text-box></draw:frame></draw:page>
<draw:page draw:name="two"><draw:frame svg:x="2cm" svg:y="2cm" svg:width="20cm" svg:height="4cm"><draw:text-box><text:p>Savings after one year</text:p></draw:text-box></draw:frame></draw:page>
</office:presentation></office:body></office:document>
FODP
office slides.fodp pptx && mv "$work/slides.pptx" slides.pptx

mkdir -p facts
for file in film.mp4 portrait.mov film.webm film.mkv silent.mp4 recording.wav tone.mp3; do
  ffprobe -v error -show_entries format=duration:stream=codec_type,codec_name,width,height,avg_frame_rate,sample_rate,channels:stream_side_data=rotation \
    -of default=noprint_wrappers=1 "$file" > "facts/$file.ffprobe.txt"
done
for file in photo.jpg drawing.png drawing.svg moving.gif letter.docx table.xlsx slides.pptx letter.odt; do
  exiftool -s -n -ImageWidth -ImageHeight -Orientation -Artist -Copyright -XMP-dc:Title -Title -GPSLatitude -GPSLongitude -FrameCount -Pages -Slides -MIMEType "$file" > "facts/$file.exiftool.txt"
done
pdfinfo strategy.pdf | grep -E '^(Title|Author|Pages)' > facts/strategy.pdf.pdfinfo.txt
