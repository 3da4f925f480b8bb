package fr.maillage.access.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;

import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;

import javax.crypto.spec.SecretKeySpec;

/// One-time codes of RFC 6238 as telephones make them: SHA-1, six digits, half a minute. The code
/// before and the code after are taken too, for clocks that differ.
final class OneTimeCodes {

    private static final int SECRET_BYTES = 20; // the length of the digest, RFC 4226 §4
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final TimeBasedOneTimePasswordGenerator CODES =
            new TimeBasedOneTimePasswordGenerator(STEP, 6);

    private OneTimeCodes() {}

    /// A new secret, in base 32 as telephones read it (RFC 4648 §6): 32 letters and digits.
    static String secret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        var words = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            var index = 0;
            for (int i = bit; i < bit + 5; i++)
                index = index << 1 | (bytes[i / 8] >> (7 - i % 8) & 1);
            words.append(BASE32.charAt(index));
        }
        return words.toString();
    }

    /// The step of time whose code this is, at `now` or next to it; empty when it is none's.
    static OptionalLong step(String secret, String typed, Instant now) {
        var code = typed.replaceAll("\\s", "");
        if (!code.matches("\\d{6}")) return OptionalLong.empty();
        var found = OptionalLong.empty();
        for (int offset = -1; offset <= 1; offset++) {
            var at = now.plus(STEP.multipliedBy(offset));
            // every code is compared, so that the time taken does not tell which one it was
            if (java.security.MessageDigest.isEqual(
                    code(secret, at).getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                    code.getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                found = OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
        }
        return found;
    }

    /// The code of a moment.
    static String code(String secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(bytes(secret), CODES.getAlgorithm()), at, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key of HMAC", e);
        }
    }

    private static byte[] bytes(String secret) {
        var bytes = new byte[secret.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var index = BASE32.indexOf(secret.charAt(bit / 5));
            if ((index >> (4 - bit % 5) & 1) == 1) bytes[bit / 8] |= (byte) (1 << (7 - bit % 8));
        }
        return bytes;
    }
}
