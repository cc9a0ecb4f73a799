package se.brygga.activities.products.shop.lists;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;
import se.brygga.activities.products.shop.lists.EntryBook.Entry;
import se.brygga.activities.products.shop.lists.EntryBook.Kind;
import se.brygga.activities.sql.Database;
import se.brygga.clients.shop.ShopCatalogue;
import se.brygga.clients.specter.pictures.SpecterPictures;
import se.brygga.workflows.ShopRef;

/** Uploads each picture once: by the key that Specter gives the picture, and by its content. */
public final class Pictures {

    private final Function<String, SpecterPictures.Picture> source;
    private final ShopCatalogue catalogue;
    private final Once once;

    /** @param source fetches the picture at an address that Specter named */
    public Pictures(
            Database database,
            ShopRef shop,
            ShopCatalogue catalogue,
            Function<String, SpecterPictures.Picture> source) {
        this.source = source;
        this.catalogue = catalogue;
        this.once = new Once(new EntryBook(database), shop);
    }

    /** The id of the picture's file in the shop. */
    public long file(String key, String url) {
        Entry named = new Entry(Kind.PICTURE, 0, key);
        return once.known(named).orElseGet(() -> {
            long file = uploaded(source.apply(url));
            once.found(named, file);
            return file;
        });
    }

    private long uploaded(SpecterPictures.Picture picture) {
        byte[] bytes = picture.content();
        String name = hash(bytes) + "." + picture.format().ending();
        Entry content = new Entry(Kind.FILE, 0, name);
        Optional<Long> known = once.known(content);
        return known.orElseGet(
                () -> once.id(content, null, () -> catalogue.file(name), () -> catalogue.upload(name, bytes)));
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
