package se.brygga.clients.remote;

/**
 * What calls need access to: a shop in Starweb, or a tenant's account in Specter with one right of its user.
 *
 * @param shop empty for Specter
 */
public record Door(RemoteSystem system, String tenant, String shop, Right right) {

    /**
     * The right that a call needs. Specter's users have rights (Specter reference O5). Starweb's clients have none.
     */
    public enum Right {
        ANY,
        READ,
        WRITE
    }

    public static Door starweb(String tenant, String shop) {
        return new Door(RemoteSystem.STARWEB, tenant, shop, Right.ANY);
    }

    public static Door specter(String tenant, Right right) {
        return new Door(RemoteSystem.SPECTER, tenant, "", right);
    }

    /** The same shop or account, with another right. */
    public Door with(Right other) {
        return new Door(system, tenant, shop, other);
    }

    /** The shop or tenant that calls, for messages: {@code nordkajak/kajak-se}, {@code nordkajak}. */
    public String owner() {
        return shop.isEmpty() ? tenant : tenant + "/" + shop;
    }
}
