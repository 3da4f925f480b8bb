package fr.maillage.access.internal;

import fr.maillage.access.SignedIn;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Passkeys of accounts, as Spring Security asks for them. The user of WebAuthn is the account: its
/// handle is the id, so that nothing else is kept.
@Component
@Transactional
class Passkeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final JdbcClient sql;
    private final AccountHistory history;

    Passkeys(JdbcClient sql, AccountHistory history) {
        this.sql = sql;
        this.history = history;
    }

    @Override
    public void delete(Bytes credentialId) {
        // both interfaces have it: keys are removed by their holder only, see remove()
        throw new UnsupportedOperationException("a passkey is removed by its holder");
    }

    /// Removes one of the keys of who is signed in; nothing when it is not theirs.
    void remove(SignedIn who, Bytes credentialId) {
        var n =
                sql.sql(
                                "delete from access.passkey where credential_id = :id and"
                                        + " account_id = :account")
                        .param("id", credentialId.getBytes())
                        .param("account", who.accountId())
                        .update();
        if (n > 0) history.note(who.accountId(), AccountDeed.PASSKEY_REMOVED);
    }

    @Override
    public void save(CredentialRecord key) {
        var account = account(key.getUserEntityUserId());
        var known =
                sql.sql(
                                "update access.passkey set signature_count = :count, last_used_at ="
                                        + " :used, backup_state = :backup, uv_initialized = :uv where"
                                        + " credential_id = :id")
                        .param("count", key.getSignatureCount())
                        .param("used", Timestamp.from(key.getLastUsed()))
                        .param("backup", key.isBackupState())
                        .param("uv", key.isUvInitialized())
                        .param("id", key.getCredentialId().getBytes())
                        .update();
        if (known > 0) return;
        sql.sql(
                        """
                        insert into access.passkey (credential_id, account_id, public_key, signature_count, uv_initialized, transports,
                                                    backup_eligible, backup_state, label, created_at, last_used_at,
                                                    attestation_object, attestation_client_data)
                        values (:id, :account, :key, :count, :uv, :transports, :eligible, :backup, :label, :created, :used, :attestation, :clientData)
                        """)
                .param("id", key.getCredentialId().getBytes())
                .param("account", account)
                .param("key", key.getPublicKey().getBytes())
                .param("count", key.getSignatureCount())
                .param("uv", key.isUvInitialized())
                .param(
                        "transports",
                        key.getTransports().stream()
                                .map(AuthenticatorTransport::getValue)
                                .toArray(String[]::new))
                .param("eligible", key.isBackupEligible())
                .param("backup", key.isBackupState())
                .param("label", key.getLabel())
                .param("created", Timestamp.from(key.getCreated()))
                .param("used", Timestamp.from(key.getLastUsed()))
                .param("attestation", bytes(key.getAttestationObject()), Types.BINARY)
                .param("clientData", bytes(key.getAttestationClientDataJSON()), Types.BINARY)
                .update();
        history.note(account, AccountDeed.PASSKEY_ADDED);
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return sql.sql("select * from access.passkey where credential_id = :id")
                .param("id", credentialId.getBytes())
                .query((row, _) -> key(row))
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return sql.sql("select * from access.passkey where account_id = :id order by created_at")
                .param("id", account(userId))
                .query((row, _) -> key(row))
                .list();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes of) {
        return of == null ? null : of.getBytes();
    }

    private static @Nullable Bytes kept(byte @Nullable [] bytes) {
        return bytes == null ? null : new Bytes(bytes);
    }

    private static CredentialRecord key(ResultSet row) throws SQLException {
        var transports =
                row.getArray("transports").getArray() instanceof String[] words
                        ? Arrays.stream(words)
                                .map(AuthenticatorTransport::valueOf)
                                .collect(Collectors.toSet())
                        : Set.<AuthenticatorTransport>of();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(handle(row.getObject("account_id", UUID.class)))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(transports)
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(kept(row.getBytes("attestation_object")))
                .attestationClientDataJSON(kept(row.getBytes("attestation_client_data")))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("last_used_at").toInstant())
                .build();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return user(
                "select id, login, display_name from access.account where id = :key", account(id));
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String login) {
        return user(
                "select id, login, display_name from access.account where lower(login) ="
                        + " lower(:key)",
                login);
    }

    private @Nullable PublicKeyCredentialUserEntity user(String statement, Object key) {
        return sql.sql(statement)
                .param("key", key)
                .query((row, _) ->
                        ImmutablePublicKeyCredentialUserEntity.builder()
                                .id(handle(row.getObject("id", UUID.class)))
                                .name(row.getString("login"))
                                .displayName(row.getString("display_name"))
                                .build())
                .optional()
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity user) {
        // the account is there already
    }

    /// The handle of an account: its sixteen bytes.
    static Bytes handle(UUID account) {
        return new Bytes(
                ByteBuffer.allocate(16)
                        .putLong(account.getMostSignificantBits())
                        .putLong(account.getLeastSignificantBits())
                        .array());
    }

    static UUID account(Bytes handle) {
        var bytes = ByteBuffer.wrap(handle.getBytes());
        return bytes.remaining() == 16
                ? new UUID(bytes.getLong(), bytes.getLong())
                : new UUID(0, 0);
    }
}
