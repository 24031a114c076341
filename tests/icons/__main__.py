from .files import write_files

if __name__ == "__main__":
    for path in write_files():
        print(f"{path.name}: {path.stat().st_size} bytes")
