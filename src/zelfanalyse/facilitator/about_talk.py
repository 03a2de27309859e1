"""What every page about the talk can ask: the talk itself, and whether it may change."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from zelfanalyse.facilitator.app import FacilitatorPage

if TYPE_CHECKING:
    from zelfanalyse.facilitator.conversation import ConversationApp
    from zelfanalyse.facilitator.talk import Talk


class AboutTalk(FacilitatorPage):
    """A page about the talk."""

    @property
    def talks(self) -> ConversationApp:
        """The app, with the notebook."""
        return cast("ConversationApp", self.app)

    @property
    def talk(self) -> Talk:
        """The talk as it is now."""
        return self.talks.notebook.talk

    def may_write(self) -> bool:
        """Whether anything may change; when not, tell why."""
        reason = self.talks.notebook.read_only
        if reason:
            self.notify(reason, markup=False)
        return not reason
