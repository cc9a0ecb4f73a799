package se.brygga.activities.setup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import se.brygga.clients.remote.Secret;
import se.brygga.clients.specter.SpecterSetup;
import se.brygga.clients.starweb.StarwebSetup;
import tools.jackson.databind.json.JsonMapper;

/** A set-up as JSON without its secrets, and the secrets beside it under names. */
public final class SetupCodec {

    private final JsonMapper json = JsonMapper.builder().build();

    /** JSON in which each secret is replaced by its name. */
    public String toJson(TenantSetup setup) {
        return json.writeValueAsString(replaceSecrets(setup, (name, secret) -> new Secret(name)));
    }

    /** The secrets by name. */
    public Map<String, Secret> secrets(TenantSetup setup) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        replaceSecrets(setup, (name, secret) -> {
            secrets.put(name, secret);
            return secret;
        });
        return secrets;
    }

    /** The name of a shop's only secret; all others are the tenant's. */
    public static String clientSecretOf(String shop) {
        return "shops." + shop + ".starweb.clientSecret";
    }

    /** @throws IllegalArgumentException a secret is missing */
    public TenantSetup fromJson(String text, Map<String, Secret> secrets) {
        return replaceSecrets(
                json.readValue(text, TenantSetup.class),
                (name, placeholder) -> Optional.ofNullable(secrets.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("the secret " + name + " is missing")));
    }

    private static TenantSetup replaceSecrets(TenantSetup setup, BiFunction<String, Secret, Secret> replacement) {
        SpecterSetup s = setup.specter();
        SpecterSetup specter = new SpecterSetup(
                s.baseUrl(),
                s.apiVersion(),
                s.sbmId(),
                s.apiUserId(),
                replacement.apply("specter.apiUserKey", s.apiUserKey()),
                replacement.apply("specter.integrationKey", s.integrationKey()),
                s.maxConcurrent(),
                s.readTimeout(),
                s.forceCustomerUpdate(),
                s.authCodes(),
                s.duplicateOrderCodes(),
                s.duplicateOrderPattern(),
                s.duplicateOrderNumberPattern(),
                s.articleMissingCodes(),
                s.assumedAdapter(),
                s.priceLists(),
                s.maxForeignRecoveries(),
                s.triggerOrderId());
        return new TenantSetup(
                setup.tenant(),
                setup.packageSize(),
                setup.flow(),
                specter,
                setup.shops().stream()
                        .map(shop -> replaceSecrets(shop, replacement))
                        .toList(),
                setup.feeds());
    }

    private static ShopSetup replaceSecrets(ShopSetup shop, BiFunction<String, Secret, Secret> replacement) {
        StarwebSetup s = shop.starweb();
        Secret secret = replacement.apply(clientSecretOf(shop.shop()), s.clientSecret());
        return new ShopSetup(
                shop.shop(),
                shop.webshopId(),
                shop.orderNoPrefix(),
                new StarwebSetup(s.baseUrl(), s.clientId(), secret, s.maxRequestsPerMinute(), s.externalIdType()),
                shop.orders(),
                shop.status(),
                shop.stock(),
                shop.prices());
    }
}
