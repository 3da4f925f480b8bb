package fr.maillage.web.internal;

import fr.maillage.web.Shell;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/// Addresses of static files, each with the beginning of its digest.
@Component
class ContentAssets implements Shell.Assets {

    private final Map<String, String> known = new ConcurrentHashMap<>();

    @Override
    public String url(String file) {
        return known.computeIfAbsent(file, name -> "/static/" + name + "?v=" + digest(name));
    }

    private static String digest(String name) {
        try (var content = new ClassPathResource("static/" + name).getInputStream()) {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256").digest(content.readAllBytes()),
                            0,
                            5);
        } catch (IOException e) {
            return "0";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every Java", e);
        }
    }
}
