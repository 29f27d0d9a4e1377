package org.filmwright.keys;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes and opens single secrets: AES-256 in Galois/Counter Mode (NIST SP 800-38D), with a nonce of its own for each and
 * the name of whom it is for bound to it, so that none can stand in for another.
 */
final class Seal {
    static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private final SecretKey key;

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A closed secret, both parts in base64. */
    record Closed(String nonce, String text) {}

    /**
     * How a passphrase becomes a key: Argon2id (RFC 9106), from a quarter of a second to one on a machine of today.
     *
     * @param memory in KiB @param salt in base64 @param check opens with the right passphrase
     */
    record Lock(int memory, int passes, String salt, Optional<Closed> check) {
        private static final int SALT_BYTES = 16;

        static Lock fresh(RandomGenerator random) {
            byte[] salt = new byte[SALT_BYTES];
            random.nextBytes(salt);
            return new Lock(1 << 16, 3, Base64.getEncoder().encodeToString(salt), Optional.empty());
        }

        Lock checked(Closed closed) {
            return new Lock(memory, passes, salt, Optional.of(closed));
        }

        Seal with(char[] passphrase) {
            byte[] typed = new String(passphrase).getBytes(StandardCharsets.UTF_8);
            byte[] key = Argon2Function.getInstance(memory, passes, 1, KEY_BYTES, Argon2.ID)
                    .hash(typed, Base64.getDecoder().decode(salt))
                    .getBytes();
            Arrays.fill(typed, (byte) 0);
            return new Seal(key);
        }
    }

    Closed close(String whose, String secret, RandomGenerator random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, nonce, whose).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            return new Closed(Base64.getEncoder().encodeToString(nonce), Base64.getEncoder().encodeToString(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK has no AES-GCM.", e);
        }
    }

    /** Empty where it was closed with another key, for somebody else, or changed since. */
    Optional<String> open(String whose, Closed closed) {
        try {
            byte[] nonce = Base64.getDecoder().decode(closed.nonce);
            byte[] secret = cipher(Cipher.DECRYPT_MODE, nonce, whose).doFinal(Base64.getDecoder().decode(closed.text));
            return Optional.of(new String(secret, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String whose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
