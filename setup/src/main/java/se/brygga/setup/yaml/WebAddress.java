package se.brygga.setup.yaml;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.brygga.workflows.refusal.Refusal;
import se.brygga.workflows.refusal.SetupReason;

/** Reads the address of a system outside. */
final class WebAddress {

    /** The result: an address, or what is wrong with the text. */
    sealed interface Reading {}

    record Right(URI address) implements Reading {}

    record Wrong(Refusal why) implements Reading {}

    /** Used in place of a wrong address, while the rest of a file is read. */
    static final URI NONE = URI.create("https://invalid.example/");

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)([^?#]*)(.*)");

    private WebAddress() {}

    /** @param slashAtEnd whether the address is kept with a slash at its end or without one */
    static Reading read(String text, boolean slashAtEnd) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            return new Wrong(SetupReason.ADDRESS_EXPECTED.of());
        }
        if (parts.group(2).contains("@") || !parts.group(4).isEmpty()) {
            return new Wrong(SetupReason.ADDRESS_WITH_MORE.of());
        }
        try {
            String path = parts.group(3).replaceAll("/+$", "") + (slashAtEnd ? "/" : "");
            return checked(URI.create(parts.group(1) + "://" + ascii(parts.group(2)) + path));
        } catch (IllegalArgumentException e) {
            return new Wrong(SetupReason.ADDRESS_NOT_READABLE.of());
        }
    }

    private static Reading checked(URI address) {
        String host = address.getHost();
        if (host == null || address.getPort() == 0 || address.getPort() > 65_535) {
            return new Wrong(SetupReason.ADDRESS_NOT_READABLE.of());
        }
        return switch (address.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> new Right(address);
            case "http" ->
                THIS_MACHINE.contains(host) ? new Right(address) : new Wrong(SetupReason.ADDRESS_NOT_ENCRYPTED.of());
            default -> new Wrong(SetupReason.ADDRESS_SCHEME.of(address.getScheme()));
        };
    }

    /** The ASCII form of a host name with letters like å. */
    private static String ascii(String authority) {
        int port = authority.lastIndexOf(':');
        boolean hasPort = port > authority.lastIndexOf(']') && port >= 0;
        String host = hasPort ? authority.substring(0, port) : authority;
        String ascii = host.startsWith("[") ? host : IDN.toASCII(host);
        return hasPort ? ascii + authority.substring(port) : ascii;
    }
}
