package fr.maillage.platform.internal;

import fr.maillage.platform.DatabaseProperties.External;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL that somebody else runs. One URL with the owner's credentials is enough: the pool's
/// role is created with a password derived from the owner's, the same on every node.
final class ExternalPostgres {

    private ExternalPostgres() {}

    static Database connect(External settings, String url) {
        var owner =
                first(settings.owner(), parameter(url, "user"))
                        .orElseThrow(() ->
                                new DatabaseUnavailable(
                                        "Indiquez le propriétaire de la base\u00A0: --maillage.database.owner=… (ou ?user=… dans l’URL)."));
        var ownerPassword = first(settings.ownerPassword(), parameter(url, "password")).orElse("");
        var bare = withoutCredentials(url);
        var password =
                first(settings.password(), null)
                        .orElseGet(() -> derived(ownerPassword, settings.user()));
        try (var connection = DriverManager.getConnection(bare, owner, ownerPassword);
                var statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseMajorVersion() < EmbeddedPostgres.MAJOR) {
                throw new DatabaseUnavailable(
                        "Maillage demande PostgreSQL "
                                + EmbeddedPostgres.MAJOR
                                + " ou plus récent\u00A0; "
                                + "cette base est en version "
                                + connection.getMetaData().getDatabaseProductVersion()
                                + ".");
            }
            var role = statement.enquoteIdentifier(settings.user(), true);
            try (var rows =
                    statement.executeQuery(
                            "select 1 from pg_roles where rolname = "
                                    + statement.enquoteLiteral(settings.user()))) {
                if (rows.next())
                    return new Database(bare, owner, ownerPassword, settings.user(), password);
            }
            statement.execute(
                    "create role "
                            + role
                            + " login nosuperuser nobypassrls nocreaterole nocreatedb password "
                            + statement.enquoteLiteral(password));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "La base externe ne répond pas ou refuse la connexion\u00A0: " + e.getMessage(),
                    e);
        }
        return new Database(bare, owner, ownerPassword, settings.user(), password);
    }

    private static Optional<String> first(@Nullable String one, @Nullable String other) {
        return Optional.ofNullable(one == null || one.isBlank() ? other : one);
    }

    private static @Nullable String parameter(String url, String name) {
        var matcher = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(url);
        return matcher.find()
                ? java.net.URLDecoder.decode(matcher.group(1), StandardCharsets.UTF_8)
                : null;
    }

    private static String withoutCredentials(String url) {
        var bare =
                url.replaceAll("([?&])(user|password)=[^&]*", "$1")
                        .replaceAll("&+", "&")
                        .replace("?&", "?");
        return bare.replaceAll("[?&]+$", "");
    }

    private static String derived(String ownerPassword, String role) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(
                    new SecretKeySpec(
                            ("maillage:" + ownerPassword).getBytes(StandardCharsets.UTF_8),
                            "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(role.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java", e);
        }
    }
}
