package fr.maillage.diseaseregister.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// A word for a person that only who holds the structure's key can make again: the same from one
/// extract of a register to the next, another in another register or structure.
final class Pseudonyms {

    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // 32, no I nor O
    private static final int LETTERS = 16;

    private final Mac mac;

    /// @param key 32 bytes, those of one structure and one register
    Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC is part of every JDK", e);
        }
    }

    /// Eighty bits in sixteen letters.
    String of(UUID person) {
        var digest =
                mac.doFinal(
                        ByteBuffer.allocate(16)
                                .putLong(person.getMostSignificantBits())
                                .putLong(person.getLeastSignificantBits())
                                .array());
        var bits = new BigInteger(1, Arrays.copyOf(digest, 10));
        var word = new StringBuilder();
        for (int i = LETTERS - 1; i >= 0; i--)
            word.append(ALPHABET.charAt(bits.shiftRight(5 * i).intValue() & 31));
        return word.toString();
    }
}
