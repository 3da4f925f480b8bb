package fr.maillage.bench;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The floor: the same server, the same security and the same transaction, one indexed query, one
/// line of HTML.
@RestController
class BarePage {

    private final JdbcClient sql;

    BarePage(JdbcClient sql) {
        this.sql = sql;
    }

    @GetMapping(path = "/plancher/{id}", produces = "text/html;charset=UTF-8")
    @PreAuthorize("isAuthenticated()")
    @Transactional(readOnly = true)
    public ResponseEntity<String> bare(@PathVariable UUID id) {
        var name =
                sql.sql("select display_name from patient.identity where id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single();
        return ResponseEntity.ok(
                "<!DOCTYPE html><html lang=\"fr\"><title>Plancher</title><p>"
                        + name.length()
                        + "</p></html>");
    }
}
