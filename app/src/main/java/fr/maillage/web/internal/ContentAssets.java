package fr.maillage.web.internal;

import fr.maillage.kernel.Sha256;
import fr.maillage.web.Shell;
import java.io.IOException;
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
            return HexFormat.of().formatHex(Sha256.of(content.readAllBytes()), 0, 5);
        } catch (IOException e) {
            return "0";
        }
    }
}
