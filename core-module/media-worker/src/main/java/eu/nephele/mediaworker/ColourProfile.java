package eu.nephele.mediaworker;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The colours a picture's numbers stand for. The numbers are worked on as they are, and the profile goes into the new file; pictures in sRGB, or in no
 * three-colour space, need none.
 */
record ColourProfile(byte[] icc) {

    private static final ColourProfile NONE = new ColourProfile(new byte[0]);
    private static final int MOST = 3_000_000;
    private static final int PART = 65_000;

    static ColourProfile of(BufferedImage picture) {
        var space = picture.getColorModel().getColorSpace();
        if (space.isCS_sRGB() || space.getType() != ColorSpace.TYPE_RGB || !(space instanceof ICC_ColorSpace colours)) {
            return NONE;
        }
        var data = colours.getProfile().getData();
        return data.length > MOST ? NONE : new ColourProfile(data);
    }

    private boolean isNone() {
        return icc.length == 0;
    }

    /** The same numbers, taken for sRGB so that drawing does not convert them; others are converted to sRGB when they are drawn. */
    BufferedImage withoutMeaning(BufferedImage picture) {
        var model = picture.getColorModel();
        if (isNone()
                || !(model instanceof ComponentColorModel)
                || picture.getRaster().getTransferType() != DataBuffer.TYPE_BYTE) {
            return picture;
        }
        var plain = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                model.hasAlpha(),
                model.isAlphaPremultiplied(),
                model.getTransparency(),
                DataBuffer.TYPE_BYTE);
        return new BufferedImage(plain, picture.getRaster(), model.isAlphaPremultiplied(), null);
    }

    byte[] embed(byte[] file, String format, BufferedImage picture) throws IOException {
        if (isNone()) {
            return file;
        }
        return switch (format) {
            case "jpeg" -> inJpeg(file);
            case "png" -> inPng(file);
            case "webp" -> inWebp(file, picture);
            default -> file;
        };
    }

    /** APP2 segments right behind the start marker. */
    private byte[] inJpeg(byte[] file) throws IOException {
        var bytes = new ByteArrayOutputStream(file.length + icc.length + 100);
        var output = new DataOutputStream(bytes);
        output.write(file, 0, 2);
        var parts = (icc.length + PART - 1) / PART;
        for (var part = 0; part < parts; part++) {
            var length = Math.min(PART, icc.length - part * PART);
            output.writeShort(0xFFE2);
            output.writeShort(length + 16);
            output.write("ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII));
            output.writeByte(part + 1);
            output.writeByte(parts);
            output.write(icc, part * PART, length);
        }
        output.write(file, 2, file.length - 2);
        return bytes.toByteArray();
    }

    /** An iCCP chunk behind IHDR, which ends at byte 33. */
    private byte[] inPng(byte[] file) throws IOException {
        var chunk = new ByteArrayOutputStream();
        chunk.write("iCCPprofile\0\0".getBytes(StandardCharsets.US_ASCII));
        var deflater = new Deflater();
        deflater.setInput(icc);
        deflater.finish();
        var buffer = new byte[8192];
        while (!deflater.finished()) {
            chunk.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        var content = chunk.toByteArray();
        var crc = new CRC32();
        crc.update(content);
        var bytes = new ByteArrayOutputStream(file.length + content.length + 12);
        var output = new DataOutputStream(bytes);
        output.write(file, 0, 33);
        output.writeInt(content.length - 4);
        output.write(content);
        output.writeInt((int) crc.getValue());
        output.write(file, 33, file.length - 33);
        return bytes.toByteArray();
    }

    /** A simple file becomes an extended one: VP8X, ICCP, then the picture as it was. */
    private byte[] inWebp(byte[] file, BufferedImage picture) {
        var body = Arrays.copyOfRange(file, 12, file.length);
        if (new String(body, 0, 4, StandardCharsets.US_ASCII).equals("VP8X")) {
            return file;
        }
        var padding = icc.length & 1;
        var size = 4 + 18 + 8 + icc.length + padding + body.length;
        var output = ByteBuffer.allocate(size + 8).order(ByteOrder.LITTLE_ENDIAN);
        output.put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(size)
                .put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII));
        output.putInt(10).putInt(picture.getColorModel().hasAlpha() ? 0x30 : 0x20);
        put24(output, picture.getWidth() - 1);
        put24(output, picture.getHeight() - 1);
        output.put("ICCP".getBytes(StandardCharsets.US_ASCII))
                .putInt(icc.length)
                .put(icc)
                .put(new byte[padding]);
        return output.put(body).array();
    }

    private static void put24(ByteBuffer output, int number) {
        output.put((byte) number).put((byte) (number >> 8)).put((byte) (number >> 16));
    }
}
