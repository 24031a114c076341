"""What next year's dates are worked out with. Pure: no Django, no clock."""
