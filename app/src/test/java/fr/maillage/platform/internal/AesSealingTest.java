package fr.maillage.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class AesSealingTest {

    @TempDir Path folder;

    @Test
    void words_open_with_their_key_and_context_alone() {
        var sealing = new AesSealing("k".repeat(32));
        var sealed = sealing.seal("un secret", "totp:1");
        assertThat(sealing.open(sealed, "totp:1")).contains("un secret");
        assertThat(sealing.open(sealed, "totp:2")).isEmpty();
        assertThat(new AesSealing("l".repeat(32)).open(sealed, "totp:1")).isEmpty();
        assertThat(sealing.seal("un secret", "totp:1")).isNotEqualTo(sealed);
        sealed[sealed.length - 1] ^= 1;
        assertThat(sealing.open(sealed, "totp:1")).isEmpty();
        assertThat(sealing.open(new byte[3], "totp:1")).isEmpty();
    }

    @Test
    void the_key_is_made_once_and_is_the_applications_alone() throws Exception {
        var file = folder.resolve("data/secret.key");
        var key = AesSealing.read(file);
        assertThat(key).hasSize(64);
        assertThat(AesSealing.read(file)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_short_key_is_refused() {
        assertThatThrownBy(() -> new AesSealing("court"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("32");
    }
}
