package fr.maillage.documents.internal;

import fr.maillage.documents.StoredContents;
import fr.maillage.kernel.NetworkId;
import fr.maillage.platform.Tenancy;
import fr.maillage.registry.StoredTexts;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// `--maillage.documents.verify=true`: compares every content of every structure, and every text of
/// the register, with its checksum, says what it finds and stops. Exit code 1 when one is missing
/// or altered.
@Component
@ConditionalOnProperty("maillage.documents.verify")
class DocumentsVerification implements ApplicationRunner {

    private final JdbcClient sql;
    private final StoredContents contents;
    private final StoredTexts texts;
    private final ApplicationContext application;

    DocumentsVerification(
            JdbcClient sql,
            StoredContents contents,
            StoredTexts texts,
            ApplicationContext application) {
        this.sql = sql;
        this.contents = contents;
        this.texts = texts;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var code = verify(System.out::println);
        System.exit(SpringApplication.exit(application, () -> code));
    }

    /// Says what it finds, a line a structure and one for the register; answers the exit code.
    int verify(Consumer<String> say) {
        var intact = true;
        for (var network :
                sql.sql("select id from network.network order by id")
                        .query((row, _) -> row.getObject(1, UUID.class))
                        .list()) {
            var found = Tenancy.of(new NetworkId(network)).call(contents::verify);
            intact &= found.intact();
            say.accept(DocumentsText.verified(network, found));
        }
        var register = texts.verify();
        say.accept(DocumentsText.verified(register));
        return intact && register.altered().isEmpty() ? 0 : 1;
    }
}
