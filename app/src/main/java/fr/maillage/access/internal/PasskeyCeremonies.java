package fr.maillage.access.internal;

import fr.maillage.access.SignedIn;
import fr.maillage.platform.PublicAddress;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.util.Set;

/// The two ceremonies of WebAuthn, by Spring Security's relying party: adding a key, giving it. The
/// key is bound to the address under which people reach the installation.
@Component
class PasskeyCeremonies {

    private static final Logger log = LoggerFactory.getLogger(PasskeyCeremonies.class);

    private final Passkeys keys;
    private final PublicAddress address;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    PasskeyCeremonies(Passkeys keys, PublicAddress address) {
        this.keys = keys;
        this.address = address;
    }

    private WebAuthnRelyingPartyOperations party() {
        var origin = address.of("");
        return new Webauthn4JRelyingPartyOperations(
                keys,
                keys,
                PublicKeyCredentialRpEntity.builder()
                        .id(URI.create(origin).getHost())
                        .name("Maillage")
                        .build(),
                Set.of(origin));
    }

    PublicKeyCredentialCreationOptions toAdd(Authentication who) {
        return party().createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(who));
    }

    PublicKeyCredentialRequestOptions toGive(Authentication who) {
        return party().createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(who));
    }

    /// What the browser is given, as WebAuthn writes it in JSON.
    String json(Object options) {
        return json.writeValueAsString(options);
    }

    /// Keeps the key that the browser made. Returns whether it was one, made for these options.
    boolean added(PublicKeyCredentialCreationOptions options, String answer, String label) {
        try {
            var key =
                    json.readValue(
                            answer,
                            new TypeReference<
                                    PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
            party().registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    options, new RelyingPartyPublicKey(key, label)));
            return true;
        } catch (RuntimeException e) {
            return refused(e); // not JSON, or what WebAuthn4J says of a wrong signature or origin
        }
    }

    /// Whether the browser's answer is a key of who is signed in.
    boolean given(SignedIn who, PublicKeyCredentialRequestOptions options, String answer) {
        try {
            var key =
                    json.readValue(
                            answer,
                            new TypeReference<
                                    PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
            var user = party().authenticate(new RelyingPartyAuthenticationRequest(options, key));
            return user != null && Passkeys.account(user.getId()).equals(who.accountId());
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    private static boolean refused(RuntimeException e) {
        log.info("a passkey was refused: {}", e.getClass().getSimpleName());
        return false;
    }
}
