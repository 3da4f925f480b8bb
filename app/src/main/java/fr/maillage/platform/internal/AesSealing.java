package fr.maillage.platform.internal;

import fr.maillage.kernel.Sha256;
import fr.maillage.platform.DatabaseProperties;
import fr.maillage.platform.Sealing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// AES-256 in Galois counter mode; the nonce stands before the bytes, the context is authenticated.
@Component
class AesSealing implements Sealing {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = 32;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    /// @param given the key of the installation, 32 characters at least; the same on every node
    @Autowired
    AesSealing(@Value("${maillage.secret-key:}") String given, DatabaseProperties properties) {
        this(given.isBlank() ? read(properties.data().resolve("secret.key")) : given.strip());
    }

    AesSealing(String secret) {
        if (secret.length() < SHORTEST)
            throw new IllegalArgumentException(
                    "maillage.secret-key must have at least " + SHORTEST + " characters");
        key = new SecretKeySpec(Sha256.of(secret), "AES");
    }

    /// The key in this file, made at the first start; readable by the application alone.
    static String read(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            try {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, HexFormat.of().formatHex(bytes));
            } catch (FileAlreadyExistsException _) {
                // made at an earlier start
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "La clé de l’installation ne peut pas être lue ou écrite\u00A0: " + file, e);
        }
    }

    @Override
    public byte[] seal(String clear, String context) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            var body = cipher.doFinal(clear.getBytes(StandardCharsets.UTF_8));
            var sealed = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, sealed, NONCE, body.length);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    @Override
    public Optional<String> open(byte[] sealed, String context) {
        if (sealed.length <= NONCE) return Optional.empty();
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), context);
            return Optional.of(
                    new String(
                            cipher.doFinal(sealed, NONCE, sealed.length - NONCE),
                            StandardCharsets.UTF_8));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    @Override
    public byte[] keyOf(String context) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getEncoded(), "HmacSHA256"));
            return mac.doFinal(("key:" + context).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every Java", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
