package fr.maillage.access.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.maillage.testing.IntegrationTest;
import fr.maillage.testing.TestWorld.Cast;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord.ImmutableCredentialRecordBuilder;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/// Passkeys and sessions as lines of the base: what Spring Security gives comes back whole, and a
/// session ended anywhere is ended everywhere.
@IntegrationTest
class KeptFactorsTest {

    @Autowired Passkeys passkeys;
    @Autowired OpenSessions sessions;
    @Autowired Cast cast;
    @Autowired JdbcClient sql;

    @Test
    void a_passkey_comes_back_with_what_attested_it_and_goes_by_its_holder_alone() {
        var claire = cast.claireCoordinator;
        var handle = Passkeys.handle(claire.accountId());
        var id = bytes("clé " + UUID.randomUUID());

        passkeys.save(key(handle, id).build());

        var kept = Objects.requireNonNull(passkeys.findByCredentialId(id));
        assertThat(kept.getUserEntityUserId()).isEqualTo(handle);
        assertThat(kept.getPublicKey().getBytes()).containsExactly(1, 2, 3);
        assertThat(kept.getAttestationObject()).isEqualTo(bytes("attestation"));
        assertThat(kept.getAttestationClientDataJSON()).isEqualTo(bytes("{}"));
        assertThat(kept.getTransports()).containsExactly(AuthenticatorTransport.INTERNAL);

        passkeys.save(key(handle, id).signatureCount(7).build());
        assertThat(passkeys.findByUserId(handle))
                .filteredOn(k -> k.getCredentialId().equals(id))
                .singleElement()
                .satisfies(k -> assertThat(k.getSignatureCount()).isEqualTo(7));
        var user = Objects.requireNonNull(passkeys.findById(handle));
        assertThat(passkeys.findByUsername(user.getName())).isNotNull();

        passkeys.remove(cast.karimCoordinator, id);
        assertThat(passkeys.findByCredentialId(id)).isNotNull();
        passkeys.remove(claire, id);
        assertThat(passkeys.findByCredentialId(id)).isNull();
    }

    @Test
    void a_session_is_seen_and_ends_once_for_all() {
        var request = new MockHttpServletRequest();
        sessions.begin(cast.karimCoordinator.accountId(), request);
        var session = Objects.requireNonNull(request.getSession());
        var id = session.getAttribute(OpenSessions.KEY);
        sql.sql(
                        "update access.open_session set seen_at = seen_at - interval '10 minutes' where id = :id")
                .param("id", id)
                .update();

        assertThat(sessions.alive(session)).isTrue();
        assertThat(
                        sql.sql(
                                        "select seen_at > now() - interval '5 minutes' from access.open_session where id = :id")
                                .param("id", id)
                                .query((row, _) -> row.getBoolean(1))
                                .single())
                .isTrue();

        sessions.end(session);
        assertThat(sessions.alive(session)).isFalse();
    }

    private static ImmutableCredentialRecordBuilder key(Bytes handle, Bytes id) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(id)
                .userEntityUserId(handle)
                .publicKey(new ImmutablePublicKeyCose(new byte[] {1, 2, 3}))
                .signatureCount(1)
                .uvInitialized(true)
                .transports(Set.of(AuthenticatorTransport.INTERNAL))
                .backupEligible(true)
                .backupState(false)
                .attestationObject(bytes("attestation"))
                .attestationClientDataJSON(bytes("{}"))
                .label("Téléphone")
                .created(Instant.parse("2026-06-01T08:00:00Z"))
                .lastUsed(Instant.parse("2026-06-01T08:00:00Z"));
    }

    private static Bytes bytes(String words) {
        return new Bytes(words.getBytes(StandardCharsets.UTF_8));
    }
}
