package fr.maillage.protocol.internal;

import fr.maillage.access.Allowed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Decision algorithms to be read and printed, of the structure, shipped or shared.
@Controller
@PreAuthorize(Allowed.TEAM)
class AlgorithmController {

    private static final String ROOT = "/algorithmes/{root:[A-Za-z0-9._-]{1,60}}";

    private final AlgorithmScreens screens;

    AlgorithmController(AlgorithmScreens screens) {
        this.screens = screens;
    }

    @GetMapping(ProtocolScreens.HOME + "/{id}" + ROOT)
    @PreAuthorize(Allowed.TEAM)
    public String own(
            @PathVariable UUID id,
            @PathVariable String root,
            @RequestParam(name = "version", required = false) @Nullable UUID version,
            Model model) {
        model.addAttribute("page", screens.own(id, version, root));
        return "protocol/algorithm";
    }

    @GetMapping(ProtocolScreens.HOME + "/livres/{code:[a-z0-9-]{1,60}}" + ROOT)
    @PreAuthorize(Allowed.TEAM)
    public String shipped(@PathVariable String code, @PathVariable String root, Model model) {
        model.addAttribute("page", screens.shipped(code, root));
        return "protocol/algorithm";
    }

    @GetMapping(ProtocolScreens.HOME + "/partages/{id}" + ROOT)
    @PreAuthorize(Allowed.TEAM)
    public String shared(@PathVariable UUID id, @PathVariable String root, Model model) {
        model.addAttribute("page", screens.shared(id, root));
        return "protocol/algorithm";
    }
}
