package se.brygga.activities.setup.kept;

import java.util.LinkedHashMap;
import java.util.Map;
import se.brygga.clients.remote.Secret;
import se.brygga.setup.ShopSetup;
import se.brygga.setup.TenantSetup;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * A set-up as JSON without its secrets. The secrets are kept beside it under names, which consist of path and shop.
 */
final class SetupCodec {

    /** Jackson's attribute for the secrets by name, used while a set-up is written or read. */
    private static final String SECRETS = "secrets";

    private final JsonMapper json = JsonMapper.builder()
            // A missing secret is reported as such.
            .disable(DeserializationFeature.WRAP_EXCEPTIONS)
            .addModule(new SimpleModule()
                    .addSerializer(Secret.class, new NameOfSecret())
                    .addDeserializer(Secret.class, new SecretOfName()))
            .build();

    /** JSON in which each secret is replaced by its name. */
    public String toJson(TenantSetup setup) {
        return json.writer().withAttribute(SECRETS, new LinkedHashMap<>()).writeValueAsString(setup);
    }

    /** The secrets by name. */
    public Map<String, Secret> secrets(TenantSetup setup) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        var _ = json.writer().withAttribute(SECRETS, secrets).writeValueAsString(setup);
        return secrets;
    }

    /** The name of a shop's only secret. All others are the tenant's. */
    public static String clientSecretOf(String shop) {
        return "shops." + shop + ".starweb.clientSecret";
    }

    /** @throws IllegalArgumentException a secret is missing */
    public TenantSetup fromJson(String text, Map<String, Secret> secrets) {
        return json.readerFor(TenantSetup.class).withAttribute(SECRETS, secrets).readValue(text);
    }

    private static final class NameOfSecret extends ValueSerializer<Secret> {

        @Override
        public void serialize(Secret secret, JsonGenerator out, SerializationContext context) {
            String name = nameOf(out.streamWriteContext());
            if (context.getAttribute(SECRETS) instanceof Map<?, ?> secrets) {
                @SuppressWarnings("unchecked")
                Map<String, Secret> named = (Map<String, Secret>) secrets;
                named.put(name, secret);
            }
            out.writeString(name);
        }

        /** The name of a secret. Shops are named and not counted, because their places change when one is removed. */
        private static String nameOf(TokenStreamContext place) {
            String own = place.currentName();
            TokenStreamContext parent = place.getParent();
            if (place.currentValue() instanceof ShopSetup shop) {
                return "shops." + shop.shop() + "." + own;
            }
            return parent == null || parent.inRoot() ? own : nameOf(parent) + "." + own;
        }
    }

    private static final class SecretOfName extends ValueDeserializer<Secret> {

        @Override
        public Secret deserialize(JsonParser in, DeserializationContext context) {
            String name = in.getString();
            if (context.getAttribute(SECRETS) instanceof Map<?, ?> secrets
                    && secrets.get(name) instanceof Secret secret) {
                return secret;
            }
            throw new IllegalArgumentException("the secret " + name + " is missing");
        }
    }
}
