"""The kiosk: people register themselves on a laptop that shows nothing else."""
