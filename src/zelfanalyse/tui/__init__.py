"""The whole-screen face of filling in: screens draw a session and send it what a person does."""
