"""The accessibility statement that the law asks for (lag 2018:1937, 13 §; MDFFS 2019:2)."""
