package fr.maillage.bench;

import fr.maillage.web.PdfPages;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.ResourceCodeResolver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The floors: the same server, the same security and the same transaction, one indexed query, one
/// line of HTML; or that line on a paper of the same fonts, archive and tags as all the others.
@RestController
class BarePage {

    private final JdbcClient sql;
    private final PdfPages papers;

    BarePage(JdbcClient sql) throws IOException {
        this.sql = sql;
        this.papers =
                new PdfPages(
                        TemplateEngine.create(
                                new ResourceCodeResolver("bench"),
                                Path.of("target/bench-templates"),
                                ContentType.Html));
    }

    @GetMapping(path = "/plancher/{id}", produces = "text/html;charset=UTF-8")
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public ResponseEntity<String> bare(@PathVariable UUID id) {
        return ResponseEntity.ok(
                "<!DOCTYPE html><html lang=\"fr\"><title>Plancher</title><p>"
                        + name(id).length()
                        + "</p></html>");
    }

    @GetMapping("/plancher/{id}/feuille.pdf")
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public ResponseEntity<byte[]> paper(@PathVariable UUID id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .body(papers.of("bare.jte", String.valueOf(name(id).length())));
    }

    private String name(UUID id) {
        return sql.sql("select display_name from patient.identity where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }
}
