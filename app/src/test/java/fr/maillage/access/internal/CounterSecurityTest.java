package fr.maillage.access.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The setting that opens frames opens nothing else.
class CounterSecurityTest {

    @Test
    void only_origins_are_taken() {
        assertThat(CounterSecurity.ancestors(List.of())).isEqualTo("'none'");
        assertThat(
                        CounterSecurity.ancestors(
                                List.of(" https://www.ville.example", "http://localhost:8081")))
                .isEqualTo("https://www.ville.example http://localhost:8081");
        for (var wrong :
                List.of("*", "https://ville.example/page", "'self'; script-src *", "javascript:x"))
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> CounterSecurity.ancestors(List.of(wrong)));
    }
}
