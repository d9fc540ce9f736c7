package org.zhice.server.credential;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server shows for itself under TLS.
 *
 * @param chain its certificate first, then those that vouch for it
 * @param key the private key of the first
 */
public record Certificate(List<X509Certificate> chain, PrivateKey key) {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    public Certificate {
        chain = List.copyOf(chain);
    }

    /**
     * Reads two files in PEM.
     *
     * @throws FileException if one of them cannot be read, or they do not belong together
     */
    public static Certificate read(Path certificate, Path key) {
        List<X509Certificate> chain = chain(certificate);
        PrivateKey found = key(key, chain.get(0).getPublicKey().getAlgorithm());
        if (!belong(chain.get(0).getPublicKey(), found)) {
            throw new FileException(
                    key, "a key of another certificate", "the key of the first certificate in " + certificate);
        }
        return new Certificate(chain, found);
    }

    private static List<X509Certificate> chain(Path file) {
        try {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text(file).getBytes(StandardCharsets.US_ASCII)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException e) {
            throw new FileException(file, "no certificate", "certificates in PEM, that of the server first");
        }
        throw new FileException(file, "no certificate", "certificates in PEM, that of the server first");
    }

    private static PrivateKey key(Path file, String algorithm) {
        Matcher matcher = KEY.matcher(text(file));
        String expected =
                "an unencrypted key in PKCS#8 (-----BEGIN PRIVATE KEY-----), as `openssl pkcs8 -topk8 -nocrypt` writes it";
        if (!matcher.find()) {
            throw new FileException(file, "no such key", expected);
        }
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(1));
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new FileException(file, "a key that is damaged or of another kind", expected + ", " + algorithm);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new FileException(file, "nothing that can be read", "a file in PEM");
        }
    }

    /** Whether what the one signs the other recognises. */
    private static boolean belong(PublicKey open, PrivateKey secret) {
        String algorithm = open.getAlgorithm();
        try {
            Signature signature = Signature.getInstance(
                    switch (algorithm) {
                        case "RSA" -> "SHA256withRSA";
                        case "EC" -> "SHA256withECDSA";
                        default -> algorithm;
                    });
            signature.initSign(secret);
            byte[] signed = signature.sign();
            signature.initVerify(open);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** As Java keeps it. */
    public KeyStore keys() {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            keys.setKeyEntry("zhice", key, new char[0], chain.toArray(X509Certificate[]::new));
            return keys;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A file, of TLS or of passwords, that is not what it should be. */
    public static final class FileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        FileException(Path file, String found, String expected) {
            super(file + ": found " + found + ", expected " + expected);
        }
    }
}
