"""Hypothesis strategies for manifests that we may write, in each edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from cpom_scorm.package.grammar import schema_locations
from cpom_scorm.package.manifest.model import (
    CompletionThreshold,
    ControlMode,
    DeliveryControls,
    Dependency,
    File,
    Item,
    Manifest,
    Metadata,
    Objective,
    Organization,
    Resource,
    Sequencing,
)

if TYPE_CHECKING:
    from cpom_scorm.editions import Edition

identifiers = st.from_regex(r"\A[A-Za-z_][A-Za-z0-9_.-]{0,12}\Z")
titles = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=30
)
texts = titles | st.text("a &<>\"'\t\n\r]", max_size=12)
switches = st.none() | st.booleans()
hrefs = st.from_regex(r"\A[a-z0-9-]{1,8}(/[a-z0-9-]{1,8})?\.[a-z]{2,4}\Z")
fractions = st.sampled_from(["0", "0.5", "0.80", "1.0"])

_control_modes = st.builds(ControlMode, switches, switches, switches, switches)
_delivery_controls = st.builds(DeliveryControls, switches, switches, switches)
_primaries = st.builds(Objective, st.none() | identifiers, switches, st.none() | fractions)
_objectives = st.builds(Objective, identifiers, switches, st.none() | fractions)


@st.composite
def sequencings(draw: st.DrawFn) -> Sequencing:
    """Sequencing as we write it: secondary objectives only after a primary one."""
    primary = draw(st.none() | _primaries)
    others = draw(st.lists(_objectives, max_size=2)) if primary else []
    return Sequencing(
        draw(st.none() | _control_modes),
        primary,
        tuple(others),
        draw(st.none() | _delivery_controls),
    )


def _setting(edition: Edition, name: str) -> st.SearchStrategy[str | None]:
    return st.none() | texts if name in edition.manifest.parameter_elements else st.none()


def _thresholds(edition: Edition) -> st.SearchStrategy[CompletionThreshold | None]:
    if "completion_threshold" not in edition.manifest.parameter_elements:
        return st.none()
    if edition.manifest.has_threshold_attributes:
        every = st.builds(CompletionThreshold, st.none() | fractions, switches, st.none() | fractions)
    else:
        every = st.builds(CompletionThreshold, fractions)
    return st.none() | every


def _sequenced(edition: Edition) -> st.SearchStrategy[Sequencing | None]:
    return st.none() | sequencings() if edition.manifest.has_sequencing else st.none()


def items(edition: Edition) -> st.SearchStrategy[Item]:
    """Items of an edition, some with items in them."""
    form = edition.manifest
    controls = (
        st.lists(st.sampled_from(form.hideable_controls), unique=True) if form.has_navigation else st.just([])
    )

    def having(inner: st.SearchStrategy[tuple[Item, ...]]) -> st.SearchStrategy[Item]:
        return st.builds(
            Item,
            identifiers,
            st.none() | titles,
            st.none() | identifiers,
            st.booleans(),
            st.none() | texts,
            inner,
            prerequisites=_setting(edition, "prerequisites"),
            max_time_allowed=_setting(edition, "max_time_allowed"),
            time_limit_action=_setting(edition, "time_limit_action"),
            launch_data=_setting(edition, "launch_data"),
            mastery_score=_setting(edition, "mastery_score"),
            completion_threshold=_thresholds(edition),
            sequencing=_sequenced(edition),
            hidden_controls=controls.map(tuple),
        )

    leaves = having(st.just(()))
    return leaves | having(st.lists(leaves, max_size=2).map(tuple))


def organizations(edition: Edition) -> st.SearchStrategy[Organization]:
    """Organizations of an edition."""
    form = edition.manifest
    return st.builds(
        Organization,
        identifiers,
        st.none() | titles,
        st.lists(items(edition), max_size=3).map(tuple),
        st.none() | titles,
        _sequenced(edition),
        switches if form.has_sequencing else st.none(),
        switches if form.has_threshold_attributes else st.none(),
    )


_files = st.lists(st.builds(File, hrefs), max_size=3).map(tuple)
_dependencies = st.lists(st.builds(Dependency, identifiers), max_size=2).map(tuple)
_scos = st.builds(
    Resource, identifiers, hrefs, scorm_type=st.just("sco"), files=_files, dependencies=_dependencies
)
_assets = st.builds(
    Resource,
    identifiers,
    st.none() | hrefs,
    st.none() | st.just("webcontent"),
    st.none() | st.just("asset"),
    files=_files,
    dependencies=_dependencies,
)


def manifests(edition: Edition) -> st.SearchStrategy[Manifest]:
    """Manifests of an edition that `manifest_bytes` may be given; SCOs come first, as it writes them."""
    metadata = st.builds(
        Metadata,
        st.just("ADL SCORM"),
        st.just(edition.manifest.schemaversion),
        st.lists(hrefs, max_size=2).map(tuple),
    )
    resources = st.tuples(st.lists(_scos, max_size=2), st.lists(_assets, max_size=3))
    return st.builds(
        Manifest,
        identifiers,
        metadata,
        st.lists(organizations(edition), max_size=2).map(tuple),
        st.none() | identifiers,
        resources.map(lambda both: (*both[0], *both[1])),
        st.none() | titles,
        schema_locations=st.sampled_from([(), schema_locations(edition)]),
    )
