"""The files of a deposit: the invoice and what goes with it, by name and size."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file of a deposit. ``name``: without folders, with its extension. ``byte_size`` in bytes."""

    name: str
    byte_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Deposit:
    """The invoice as a file, and the files that go with it (« pièces jointes complémentaires »), in their order."""

    main: Attachment
    others: tuple[Attachment, ...] = ()
