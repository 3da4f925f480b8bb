package fr.maillage.platform;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// Where people reach the installation: `maillage.address` (« https://maillage.structure.fr »),
/// else the address of the request at hand.
@Component
public class PublicAddress {

    private final String configured;

    PublicAddress(@Value("${maillage.address:}") String configured) {
        this.configured = configured.strip().replaceAll("/+$", "");
    }

    /// The whole address of `path`. Throws `IllegalStateException` outside a request when none is
    /// configured.
    public String of(String path) {
        return (configured.isEmpty()
                        ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                        : configured)
                + path;
    }

    /// The whole address of `path` where one is configured, else the path alone: for what is
    /// written while no request is at hand.
    public String orPath(String path) {
        return configured + path;
    }
}
