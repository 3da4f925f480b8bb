package fr.maillage.visit.internal;

import fr.maillage.access.Allowed;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// What a telephone keeps in clear: a page without anybody in it, and the script that finds it
/// again without a network. Both are the same for everybody, signed in or not.
@Controller
@PreAuthorize(Allowed.EVERYBODY)
class OfflineController {

    @GetMapping("/visites/hors-connexion")
    @PreAuthorize(Allowed.EVERYBODY)
    String shell() {
        return "visit/offline";
    }

    /// Served here rather than with the other static files: a service worker rules the addresses
    /// under its own, and these are the only ones it may.
    @GetMapping("/visites/service.js")
    @PreAuthorize(Allowed.EVERYBODY)
    public ResponseEntity<Resource> worker() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/javascript;charset=UTF-8"))
                .cacheControl(CacheControl.noCache())
                .body(new ClassPathResource("static/visit-service.js"));
    }
}
