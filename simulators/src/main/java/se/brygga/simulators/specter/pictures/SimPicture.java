package se.brygga.simulators.specter.pictures;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A small PNG whose colours follow from its name: the same name is the same picture, byte for byte. */
public record SimPicture(String name) {

    private static final String FOLDER = "/bilder/";
    private static final String ENDING = ".png";
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
        byte[] pixels = new byte[SIDE * SIDE * 3];
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                int colour = (x + y) / STRIPE % 2 == 0 ? 0 : 3;
                System.arraycopy(colours, colour, pixels, (y * SIDE + x) * 3, 3);
            }
        }
        return Png.of(SIDE, pixels);
    }

    private static byte[] md5(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
