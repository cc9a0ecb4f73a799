package se.brygga.simulators.specter.pictures;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A small PNG whose colours follow from its name: the same name is the same picture, byte for byte. */
public record SimPicture(String name) {

    private static final String FOLDER = "/bilder/";
    private static final String ENDING = ".png";
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int SIDE = 48;
    private static final int STRIPE = 8;

    /** @throws IllegalArgumentException the name cannot stand in an address */
    public SimPicture {
        if (!name.matches("[A-Za-z0-9_.-]{1,80}")) {
            throw new IllegalArgumentException(
                    "a picture's name is letters, digits, '_', '.' and '-', not '" + name + "'");
        }
    }

    /** The picture that lies at a path; empty when the path is none of a picture. */
    public static Optional<SimPicture> at(String path) {
        return path.matches("/bilder/[A-Za-z0-9_.-]{1,80}\\.png")
                ? Optional.of(new SimPicture(path.substring(FOLDER.length(), path.length() - ENDING.length())))
                : Optional.empty();
    }

    public String path() {
        return FOLDER + name + ENDING;
    }

    /** MD5 of the bytes, as hexadecimal digits. */
    public String checksum() {
        return HexFormat.of().formatHex(md5(bytes()));
    }

    /** Stripes of two colours. */
    public byte[] bytes() {
        byte[] colours = md5(name.getBytes(StandardCharsets.UTF_8));
        byte[] pixels = new byte[SIDE * (1 + SIDE * 3)];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int colour = (x + y) / STRIPE % 2 == 0 ? 0 : 3;
                System.arraycopy(colours, colour, pixels, y * (1 + SIDE * 3) + 1 + x * 3, 3);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(SIGNATURE);
        // Eight bits a channel, true colour, no interlacing.
        chunk(
                png,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(SIDE)
                        .putInt(SIDE)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        chunk(png, "IDAT", deflated(pixels));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] typed = ByteBuffer.allocate(4 + data.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(data)
                .array();
        CRC32 crc = new CRC32();
        crc.update(typed);
        png.writeBytes(ByteBuffer.allocate(8 + typed.length)
                .putInt(data.length)
                .put(typed)
                .putInt((int) crc.getValue())
                .array());
    }

    private static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater();
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1_024];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
