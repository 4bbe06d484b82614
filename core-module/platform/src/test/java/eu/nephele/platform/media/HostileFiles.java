package eu.nephele.platform.media;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that were made to harm whoever opens them, by name. Made when they are asked for: bombs do not belong into a repository. */
public final class HostileFiles {

    private static final int BOMB = 400 * 1024 * 1024;

    private HostileFiles() {}

    /** @param canary where an external entity would lead: nobody may ever call there */
    public static Map<String, byte[]> all(String canary) throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put(
                "bomb.docx",
                office(
                        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>",
                        true));
        files.put("bomb.odt", openDocument());
        files.put("bomb.zip", nested(6));
        files.put("bomb.pdf", pdf(true));
        files.put("loop.pdf", pdf(false));
        files.put("huge.png", png(65_500, 65_500));
        files.put("huge.gif", gif(65_500, 65_500));
        files.put(
                "entity.svg",
                text(doctype(canary) + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&outside;&file;</text></svg>"));
        files.put("laughs.svg", text(laughs() + "<svg xmlns=\"http://www.w3.org/2000/svg\"><text>&l9;</text></svg>"));
        files.put(
                "entity.docx",
                office(
                        doctype(canary)
                                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>&outside;&file;</w:t></w:r></w:p></w:body></w:document>",
                        false));
        files.put(
                "entity.jpg",
                jpegWithXmp(
                        doctype(canary)
                                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:Description xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>&outside;&file;</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"));
        files.put("deep.xml", text("<a>".repeat(200_000)));
        files.put("deep.rtf", text("{\\rtf1" + "{".repeat(300_000)));
        for (var sample :
                new String[] {"film.mp4", "film.webm", "photo.jpg", "strategy.pdf", "letter.docx", "tone.mp3"}) {
            var whole = sample(sample);
            files.put("half-" + sample, java.util.Arrays.copyOf(whole, whole.length / 2));
            files.put("scrambled-" + sample, scrambled(whole));
        }
        files.put("picture-that-is-a-page.png", text("<!DOCTYPE html><script>alert(1)</script>"));
        files.put("film-that-is-noise.mp4", noise());
        files.put("document-that-is-noise.pdf", noise());
        return files;
    }

    public static byte[] sample(String name) {
        try (var content = HostileFiles.class.getResourceAsStream("/media/" + name)) {
            if (content == null) {
                throw new IllegalArgumentException(name);
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file with a secret, which external entities try to read. */
    public static Path secret() throws IOException {
        var file = Path.of(System.getProperty("java.io.tmpdir"), "nephele-secret.txt");
        Files.writeString(file, "this text must never be seen");
        return file;
    }

    private static String doctype(String canary) throws IOException {
        return "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY outside SYSTEM \"%s\"><!ENTITY file SYSTEM \"%s\">]>"
                .formatted(canary, secret().toUri());
    }

    private static String laughs() {
        var doctype = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (var level = 1; level < 10; level++) {
            doctype.append("<!ENTITY l%d \"%s\">"
                    .formatted(level, "&l%d;".formatted(level - 1).repeat(10)));
        }
        return doctype.append("]>").toString();
    }

    private static byte[] openDocument() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "mimetype", "application/vnd.oasis.opendocument.text");
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(
                    text(
                            "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"><office:body><office:text>"));
            spaces(zip, BOMB, 'b');
        }
        return bytes.toByteArray();
    }

    private static byte[] office(String document, boolean endless) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_COMPRESSION);
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
            entry(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(text(document));
            if (endless) {
                spaces(zip, BOMB, 'a');
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static void spaces(OutputStream output, int count, char character) throws IOException {
        var block = String.valueOf(character).repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        for (var written = 0; written < count; written += block.length) {
            output.write(block);
        }
    }

    private static byte[] nested(int levels) throws IOException {
        var inner = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(inner)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            spaces(zip, 64 * 1024 * 1024, '0');
        }
        var content = inner.toByteArray();
        for (var level = 0; level < levels; level++) {
            var parts = new LinkedHashMap<String, byte[]>();
            for (var copy = 0; copy < 8; copy++) {
                parts.put("part" + copy + ".zip", content);
            }
            content = zip(parts);
        }
        return content;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text(content));
        zip.closeEntry();
    }

    /** With a page of endless text, or with a tree of pages that leads back to itself. */
    private static byte[] pdf(boolean endless) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(text("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"));
        bytes.write(text("2 0 obj<</Type/Pages/Count 9999999/Kids[%s]>>endobj\n"
                .formatted(endless ? "3 0 R" : "2 0 R 2 0 R 3 0 R")));
        bytes.write(
                text(
                        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"));
        var stream = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(stream, new Deflater(9))) {
            deflate.write(text("BT /F 9 Tf "));
            if (endless) {
                var line = text("(endless) Tj ".repeat(80_000));
                for (var written = 0; written < BOMB; written += line.length) {
                    deflate.write(line);
                }
            }
            deflate.write(text("ET"));
        }
        bytes.write(text("4 0 obj<</Filter/FlateDecode/Length %d>>stream\n".formatted(stream.size())));
        stream.writeTo(bytes);
        bytes.write(text("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
        return bytes.toByteArray();
    }

    private static byte[] png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var output = new DataOutputStream(bytes);
        output.writeLong(0x89504E470D0A1A0AL);
        var header = new ByteArrayOutputStream();
        var fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 6, 0, 0, 0});
        chunk(output, "IHDR", header.toByteArray());
        var pixels = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(pixels)) {
            spaces(deflate, 64 * 1024 * 1024, '\0');
        }
        chunk(output, "IDAT", pixels.toByteArray());
        chunk(output, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(DataOutputStream output, String type, byte[] content) throws IOException {
        var crc = new CRC32();
        crc.update(text(type));
        crc.update(content);
        output.writeInt(content.length);
        output.write(text(type));
        output.write(content);
        output.writeInt((int) crc.getValue());
    }

    private static byte[] gif(int width, int height) {
        var gif = sample("moving.gif");
        for (var index = 6; index < 10; index += 2) {
            var length = index == 6 ? width : height;
            gif[index] = (byte) length;
            gif[index + 1] = (byte) (length >> 8);
        }
        return gif;
    }

    private static byte[] jpegWithXmp(String xmp) throws IOException {
        var jpeg = sample("photo.jpg");
        var content = text("http://ns.adobe.com/xap/1.0/\0" + xmp);
        var bytes = new ByteArrayOutputStream();
        var output = new DataOutputStream(bytes);
        output.write(jpeg, 0, 2);
        output.writeShort(0xFFE1);
        output.writeShort(content.length + 2);
        output.write(content);
        output.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    private static byte[] scrambled(byte[] whole) {
        var scrambled = whole.clone();
        var random = new Random(7);
        for (var change = 0; change < scrambled.length / 50; change++) {
            scrambled[8 + random.nextInt(scrambled.length - 8)] = (byte) random.nextInt();
        }
        return scrambled;
    }

    private static byte[] noise() {
        var noise = new byte[200_000];
        new Random(11).nextBytes(noise);
        return noise;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
